/** A piece of a command. `hidden`: a character that cannot be seen, by its number. */
export interface CommandPiece {
  readonly kind: 'program' | 'option' | 'operator' | 'plain' | 'hidden'
  readonly text: string
}

/**
 * A command in pieces that look different: the eye finds the program, its options, what joins programs in a shell, and
 * what wants to hide from it (invisible and direction-changing characters, as in trojansource.codes).
 */
export function commandPieces(text: string, shell: boolean): readonly CommandPiece[] {
  let isFirst = true
  return (text.match(shell ? SHELL_TOKEN : TOKEN) ?? []).flatMap((token): readonly CommandPiece[] => {
    const kind = kindOf(token, { isFirst, shell })
    isFirst = token.trim() === '' ? isFirst : kind === 'operator'
    return withHidden({ kind, text: token })
  })
}

/** Quoted text stays together; so does white space. */
const TOKEN = /\s+|(?:"[^"]*"|'[^']*'|[^\s"'])+|["']/g
const SHELL_TOKEN = /\s+|&&|\|\||\$\(|>>|[|&;<>()`]|(?:"[^"]*"|'[^']*'|[^\s"'|&;<>()`])+|["']/g
const OPERATOR = /^(?:&&|\|\||\$\(|>>|[|&;<>()`])$/

function kindOf(token: string, { isFirst, shell }: { isFirst: boolean; shell: boolean }): CommandPiece['kind'] {
  if (token.trim() === '') return 'plain'
  if (shell && OPERATOR.test(token)) return 'operator'
  if (isFirst) return 'program'
  return token.startsWith('-') ? 'option' : 'plain'
}

/** Letters of every script can be seen; format and control characters, and blanks that are no blank, cannot. */
const HIDDEN = /(⟨U\+[0-9A-F]{4,6}⟩|[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|[^\P{Zs} ])/u

function withHidden({ kind, text }: CommandPiece): readonly CommandPiece[] {
  return text.split(HIDDEN).flatMap((part): readonly CommandPiece[] => {
    if (part === '') return []
    if (part === '\n' || part === '\t' || !HIDDEN.test(part)) return [{ kind, text: part }]
    // Main has named it already; what it did not is named here.
    if (part.startsWith('⟨U+')) return [{ kind: 'hidden', text: part.slice(1, -1) }]
    const number = (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return [{ kind: 'hidden', text: `U+${number}` }]
  })
}
