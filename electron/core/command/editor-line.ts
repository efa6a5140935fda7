import type { Place } from '../base/problem.ts'
import { type CommandPlatform, splitCommand } from '../credentials/command-line.ts'

/** Where a person may have named an editor. */
export interface EditorWishes {
  /** `settings.programs.editor`: a command, with `{file}`, `{line}` and `{column}` where it wants them. */
  readonly setting: string | null
  readonly visual: string | undefined
  readonly editor: string | undefined
}

/**
 * The command lines that would open a place, the one to try first first. What the person set is the only one then. Of
 * `$VISUAL` and `$EDITOR` only what has a window of its own counts: nobody would see a terminal's editor.
 * `null`: the setting cannot be split into words.
 */
export function editorLines(
  { setting, visual, editor }: EditorWishes,
  place: Place,
  platform: CommandPlatform,
): readonly (readonly string[])[] | null {
  const line = (command: string): readonly string[] | null => {
    const words = splitCommand(command, platform)
    return words.ok ? filled(words.value, place) : null
  }
  if (setting !== null) {
    const chosen = line(setting)
    return chosen === null ? null : [chosen]
  }
  const named = [visual, editor].filter((one) => one !== undefined && isWindowed(one, platform))
  return [...named, ...DETECTED].flatMap((command) => (command === undefined ? [] : [line(command) ?? []]))
}

/** Without shell and without quotes: a file's name may hold anything and stays one word. */
function filled(words: readonly string[], place: Place): readonly string[] {
  const [program = '', ...rest] = words
  const template = rest.some((word) => word.includes('{file}')) ? rest : [...rest, ...placeWords(program)]
  return [program, ...template.map((word) => put(word, place))]
}

/** In one pass, so that a file called `{line}` is not read again. */
const put = (word: string, { file, line, column }: Place): string =>
  word.replace(/\{(file|line|column)\}/g, (_all, name: string) =>
    name === 'file' ? file : String(name === 'line' ? line : column),
  )

/** How editors with a window are told where to go. */
const PLACE_WORDS: readonly (readonly [programs: RegExp, words: readonly string[]])[] = [
  [/^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron)$/, ['-g', '{file}:{line}:{column}']],
  [/^(?:subl|sublime_text|zed|zeditor|lapce)$/, ['{file}:{line}:{column}']],
  [/^(?:kate|kwrite)$/, ['-l', '{line}', '-c', '{column}', '{file}']],
  [/^(?:idea|pycharm|goland|webstorm|rubymine|clion|rider|phpstorm|fleet)(?:64)?$/, ['--line', '{line}', '{file}']],
  [/^(?:gedit|gnome-text-editor|xed|pluma|gvim|mvim|bbedit)$/, ['+{line}', '{file}']],
  [/^mousepad$/, ['-l', '{line}', '{file}']],
  [/^notepad\+\+$/, ['-n{line}', '-c{column}', '{file}']],
  [/^mate$/, ['-l', '{line}:{column}', '{file}']],
]

/** What is looked for where nobody named anything. Common ones; whatever else there is opens the file at its top. */
const DETECTED = ['code', 'codium', 'cursor', 'zed', 'subl', 'idea', 'kate', 'gedit', 'notepad++', 'bbedit']

const wordsFor = (program: string): readonly string[] | null => {
  const name = (program.split(/[\\/]/).at(-1) ?? program).toLowerCase().replace(/\.(?:exe|cmd|bat)$/, '')
  return PLACE_WORDS.find(([programs]) => programs.test(name))?.[1] ?? null
}

const placeWords = (program: string): readonly string[] => wordsFor(program) ?? ['{file}']

function isWindowed(command: string, platform: CommandPlatform): boolean {
  const words = splitCommand(command, platform)
  return words.ok && wordsFor(words.value[0] ?? '') !== null
}
