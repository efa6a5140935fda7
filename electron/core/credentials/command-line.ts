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

/** A word: quoted runs, escaped characters and plain ones, in any order. Inside '…' a back-slash means itself. */
const POSIX_WORD = /(?:'[^']*'|"[^"\\]*(?:\\[^][^"\\]*)*"|\\[^]|[^ \t\r\n'"\\])+/g

/** `null`: a quote or an escape is left open. */
function splitPosix(text: string): readonly string[] | null {
  if (isLeftOpen(text, POSIX_WORD)) return null
  return (text.match(POSIX_WORD) ?? []).map((word) =>
    word.replace(
      /'([^']*)'|"([^"\\]*(?:\\[^][^"\\]*)*)"|\\([^])/g,
      (_all, ...found: readonly (string | undefined)[]) => {
        const [single, double, escaped] = found
        return single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? ''
      },
    ),
  )
}

/** Back-slashes mean themselves, save in front of a double quote: there two make one, and an odd one keeps the quote. */
const WINDOWS_CHARACTER = String.raw`(?:\\\\)*\\"|\\+(?!["\\])`
const WINDOWS_WORD = new RegExp(
  String.raw`(?:${WINDOWS_CHARACTER}|[^ \t"\\]|(?:\\\\)*"(?:${WINDOWS_CHARACTER}|[^"\\])*(?:\\\\)*")+`,
  'g',
)

function splitWindows(text: string): readonly string[] | null {
  if (isLeftOpen(text, WINDOWS_WORD)) return null
  return (text.match(WINDOWS_WORD) ?? []).map((word) =>
    word.replace(/(\\*)"/g, (_all, slashes: string) => {
      const kept = '\\'.repeat(Math.floor(slashes.length / 2))
      return slashes.length % 2 === 1 ? `${kept}"` : kept
    }),
  )
}

/** What belongs to no word is space, or a mark that lacks its other half. */
function isLeftOpen(text: string, word: RegExp): boolean {
  return /['"\\]/.test(text.replace(word, ''))
}
