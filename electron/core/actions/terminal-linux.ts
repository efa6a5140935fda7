import type { Launch, TerminalWish } from './terminal-wish.ts'
import { goneVariables, setVariables } from './terminal-variables.ts'

/** The person's choice alone; else what the desktop says, then those that are common. */
export function linuxLaunches(wish: TerminalWish): readonly Launch[] {
  const inside = insideWords(wish)
  const preferred = wish.preferred === null ? [] : [linuxLaunch(wish.preferred, inside)]
  const common = [...HOW_TO_RUN.keys()].map((program) => linuxLaunch(program, inside))
  return wish.chosen === null ? [...preferred, ...common] : [chosenLaunch(wish.chosen, inside)]
}

/** `env` is a program, so no shell reads these words. */
function insideWords(wish: TerminalWish): readonly string[] {
  const gone = goneVariables(wish).flatMap((name) => ['-u', name])
  const set = setVariables(wish).map(([name, value]) => `${name}=${value}`)
  return ['env', ...gone, ...set, wish.shell]
}

/** What stands in front of a command to be run inside. */
const HOW_TO_RUN: ReadonlyMap<string, readonly string[]> = new Map([
  ['x-terminal-emulator', ['-e']],
  ['gnome-terminal', ['--']],
  ['konsole', ['-e']],
  ['xfce4-terminal', ['-x']],
  ['kitty', []],
  ['alacritty', ['-e']],
  ['wezterm', ['start', '--always-new-process', '--']],
  ['xterm', ['-e']],
])

/** One that we do not know gets the variables, and no arguments that it might not understand. */
function linuxLaunch(program: string, inside: readonly string[]): Launch {
  const words = HOW_TO_RUN.get(program.split('/').at(-1) ?? program)
  return { file: program, args: words === undefined ? [] : [...words, ...inside] }
}

/** With arguments of their own the person knows better: `{command}` is where ours goes, if anywhere. */
function chosenLaunch([program = '', ...own]: readonly string[], inside: readonly string[]): Launch {
  if (own.length === 0) return linuxLaunch(program, inside)
  return { file: program, args: own.flatMap((word) => (word === '{command}' ? inside : [word])) }
}
