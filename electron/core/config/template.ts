/** What a command's `{{ … }}` come to. All of them, or none: a command is never run half-expanded. */
export type Expanded =
  /** `variables`: those that were filled in, each once, whether from the environment or by their default. */
  | { readonly kind: 'text'; readonly text: string; readonly variables: readonly string[] }
  /** `name`: the function that is not known here, as far as it can be told. */
  | { readonly kind: 'unsupported'; readonly name: string }
  | { readonly kind: 'unset'; readonly variable: string }

/**
 * Fills in `{{getenv "X"}}` and `{{ env "X" }}`, each with an optional default (`{{env "X" "y"}}` or
 * `{{env "X" | default "y"}}`), and `{{"text"}}`, which is how a literal `{{` is written.
 * As in Go's template libraries the default also stands in for an empty variable.
 */
export function expandTemplates(text: string, variable: (name: string) => string | undefined): Expanded {
  const parts: string[] = []
  const variables = new Set<string>()
  let done = 0
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', done)) {
    const action = readAction(text, open)
    if (action === null) return { kind: 'unsupported', name: nameAt(text, open) }
    const value = action.variable === null ? action.fallback : variable(action.variable) || action.fallback
    if (value === undefined) return { kind: 'unset', variable: action.variable ?? '' }
    if (action.variable !== null) variables.add(action.variable)
    parts.push(text.slice(done, open), value)
    done = action.end
  }
  return { kind: 'text', text: parts.join('') + text.slice(done), variables: [...variables] }
}

interface Action {
  /** `null`: plain text. */
  readonly variable: string | null
  readonly fallback: string | undefined
  readonly end: number
}

const TEXT = '("(?:[^"\\\\]|\\\\.)*"|`[^`]*`)'
const VARIABLE = new RegExp(
  `\\{\\{\\s*(?:getenv|env)\\s+${TEXT}(?:\\s+${TEXT}|\\s*\\|\\s*default\\s+${TEXT})?\\s*\\}\\}`,
  'y',
)
const LITERAL = new RegExp(`\\{\\{\\s*${TEXT}\\s*\\}\\}`, 'y')

function readAction(text: string, open: number): Action | null {
  const variable = matchAt(VARIABLE, text, open)
  if (variable !== null) {
    const fallback = variable[2] ?? variable[3]
    const name = unquote(variable[1] ?? '')
    return { variable: name, fallback: fallback && unquote(fallback), end: open + variable[0].length }
  }
  const literal = matchAt(LITERAL, text, open)
  return literal && { variable: null, fallback: unquote(literal[1] ?? ''), end: open + literal[0].length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern)
  sticky.lastIndex = at
  return sticky.exec(text)
}

const unquote = (quoted: string): string =>
  quoted.startsWith('`') ? quoted.slice(1, -1) : quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1')

const nameAt = (text: string, open: number): string =>
  /^\{\{[\s-]*([.\w]*)/.exec(text.slice(open, open + 60))?.[1] ?? ''
