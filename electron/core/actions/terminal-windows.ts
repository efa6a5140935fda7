import { exportLines } from '../command/shell-exports.ts'
import { ENCODED, type Launch, type TerminalWish } from './terminal-wish.ts'
import { goneVariables, setVariables } from './terminal-variables.ts'

/** Windows Terminal makes the variables of a shell anew, so PowerShell sets them itself. */
export function windowsLaunches(wish: TerminalWish): readonly Launch[] {
  const powershell = ['-NoExit', '-EncodedCommand', ENCODED]
  const [program, ...own] = wish.chosen ?? []
  if (program !== undefined && own.length > 0) return [{ file: program, args: own }]
  const known: readonly Launch[] = [
    { file: 'wt.exe', args: ['-w', 'new', 'powershell.exe', ...powershell] },
    { file: 'pwsh.exe', args: powershell },
    { file: 'powershell.exe', args: powershell },
  ]
  if (program === undefined) return known
  const named = program
    .split(/[\\/]/)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/, '')
  const template = known.find(({ file }) => file === `${named}.exe`)
  return [{ file: program, args: template?.args ?? [] }]
}

export function windowsScript(wish: TerminalWish): string {
  const gone = goneVariables(wish).map((name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue\n`)
  return `${gone.join('')}${exportLines('powershell', setVariables(wish))}`
}
