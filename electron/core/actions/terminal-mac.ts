import { exportLines } from '../command/shell-exports.ts'
import { type Launch, SCRIPT, type TerminalWish } from './terminal-wish.ts'
import { goneVariables, setVariables } from './terminal-variables.ts'

/** `open` starts what is named, or the app that opens `.command` files; AppleScript would ask for a permission. */
export function macLaunches({ chosen }: TerminalWish): readonly Launch[] {
  const app = chosen === null ? 'Terminal' : chosen.join(' ')
  return [{ file: '/usr/bin/open', args: ['-a', app, SCRIPT] }]
}

/** It deletes itself and the folder that was made for it before anything else. */
export function macScript(wish: TerminalWish): string {
  return [
    '#!/bin/sh',
    'rm -f -- "$0" && rmdir -- "${0%/*}"',
    `unset ${goneVariables(wish).join(' ')}`,
    `${exportLines('bash', setVariables(wish))}cd "$HOME"`,
    'exec "${SHELL:-/bin/zsh}" -l',
    '',
  ].join('\n')
}
