import { execFile } from 'node:child_process'
import { root } from '../../../build/setup/project.mjs'
import { sandboxSwitch } from '../../../build/setup/run-app.mjs'
import { environmentIn, packedApp } from './launch-app.ts'
import { type Person, TRUSTING } from './person.ts'

/** What a program printed until it ended, and how it ended. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Starts the app once more, while it runs, as a click on its icon does. */
export const startAgain = (person: Person, ...args: readonly string[]): Promise<Ended> =>
  runAs(person, packedApp, [...sandboxSwitch(), ...args])

/** Runs a program with the person's home and desktop. */
export function runAs({ home, desktop }: Person, program: string, args: readonly string[]): Promise<Ended> {
  const options = { env: { ...environmentIn(home, desktop), ...TRUSTING }, cwd: root }
  return new Promise((done) => {
    execFile(program, [...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr }),
    )
  })
}
