/** What `!env …` comes to. `unset`: the variable does not exist and no default is named, which counts as missing. */
export type EnvValue =
  | { readonly kind: 'text'; readonly variable: string; readonly text: string }
  | { readonly kind: 'unset'; readonly variable: string }
  | { readonly kind: 'malformed' }

/** Atmos's `!env NAME [default]`. A variable that is set but empty wins over the default. */
export function envFunction(argument: string, variable: (name: string) => string | undefined): EnvValue {
  const words = splitWords(argument)
  const name = words?.[0]
  if (words === null || name === undefined || name === '' || words.length > 2) return { kind: 'malformed' }
  const text = variable(name) ?? words[1]
  return text === undefined ? { kind: 'unset', variable: name } : { kind: 'text', variable: name, text: text.trim() }
}

/**
 * Words by white space; a word may stand in '…' or "…", where a doubled quote is a quote.
 * `null`: a quote is never closed, or something is glued to a closing quote.
 */
export function splitWords(text: string): readonly string[] | null {
  const words: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const match = WORD.exec(rest)
    if (match === null) return null
    words.push(unquote(match[1] ?? ''))
    rest = rest.slice(match[0].length)
  }
  return words
}

const WORD = /^('(?:[^']|'')*'|"(?:[^"]|"")*"|[^\s'"]\S*)(?:\s+|$)/

function unquote(word: string): string {
  const quote = word[0]
  if (quote !== "'" && quote !== '"') return word
  return word.slice(1, -1).replaceAll(quote + quote, quote)
}
