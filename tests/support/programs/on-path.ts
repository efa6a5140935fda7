import { spawnSync } from 'node:child_process'

/** Whether a program is there to be tried. */
export const isOnPath = (program: string): boolean => spawnSync(program, ['--version']).status === 0
