import { type Attempt, failed } from './process-problem.ts'

/** Whose quoting rules a command line follows. */
export type CommandPlatform = 'posix' | 'win32'

/**
 * Splits a command as the AWS CLI splits it (botocore's compat_shell_split): Python's shlex in POSIX mode without
 * comments, or the rules of Microsoft's C runtime. No variables, no globs, no operators. Never answers an empty list.
 */
export function splitCommand(text: string, platform: CommandPlatform): Attempt<readonly string[]> {
  if (text.includes('\0')) return invalid(NUL_ADVICE)
  const words = platform === 'win32' ? splitWindows(text) : splitPosix(text)
  if (words === null) return invalid(platform === 'win32' ? WINDOWS_ADVICE : POSIX_ADVICE)
  if (words.length > 0) return { ok: true, value: words }
  return failed('process/empty-command', {
    message: 'The command is empty.',
    hint: 'Write the command that prints the credentials.',
  })
}

interface Advice {
  readonly message: string
  readonly hint: string
}

const invalid = (advice: Advice): Attempt<never> => failed('process/invalid-command', advice)

const NUL_ADVICE: Advice = {
  message: 'The command holds a NUL character.',
  hint: 'Type the command again by hand; it was probably pasted from somewhere odd.',
}
const POSIX_ADVICE: Advice = {
  message: 'The command has a quote that is never closed, or ends in a back-slash.',
  hint: 'Close every quote; write \\" for a quote inside double quotes.',
}
const WINDOWS_ADVICE: Advice = {
  message: 'The command has a double quote that is never closed.',
  hint: 'Close every quote. A back-slash right before a closing quote must be doubled: "C:\\dir\\\\".',
}

/** Each match is one piece of a word, or the space between two words. */
const POSIX_PIECE = /([ \t\r\n]+)|'([^']*)'|"([^"\\]*(?:\\[^][^"\\]*)*)"|\\([^])|([^ \t\r\n'"\\]+)/y

/** `null`: a quote or an escape is left open. */
function splitPosix(text: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  const piece = new RegExp(POSIX_PIECE)
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text)
    if (found === null) return null
    const [, space, single, double, escaped, plain] = found
    if (space !== undefined) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = `${word ?? ''}${single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain ?? ''}`
    }
  }
  return word === null ? words : [...words, word]
}

/** Back-slashes mean themselves, save in front of a double quote: then two make one, and an odd one keeps the quote. */
const WINDOWS_PIECE = /(\\*)"|([ \t]+)|(\\+|[^\\" \t]+)/y

function splitWindows(text: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  let quoted = false
  const piece = new RegExp(WINDOWS_PIECE)
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    const [, slashes, space, plain] = found
    if (slashes !== undefined) {
      const isText = slashes.length % 2 === 1
      word = `${word ?? ''}${'\\'.repeat(Math.floor(slashes.length / 2))}${isText ? '"' : ''}`
      quoted = isText ? quoted : !quoted
    } else if (space !== undefined && !quoted) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = `${word ?? ''}${space ?? plain ?? ''}`
    }
  }
  if (quoted) return null
  return word === null ? words : [...words, word]
}
