import { spawnSync } from 'node:child_process'

/** Whether a program is there to be tried, and answers. `ask`: for one that knows no `--version`. */
export const isOnPath = (program: string, ask = '--version'): boolean => spawnSync(program, [ask]).status === 0
