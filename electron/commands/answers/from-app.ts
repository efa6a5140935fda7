import { type AppAnswer, type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import { appSocketPath, askApp } from '#host/serving/app-socket'
import { dataFolder } from '#host/own-data/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../../where.ts'

/** An app that hangs must not hang the terminal. */
const SNAPSHOT_MS = 3_000

/** A configuration or folder named on the command line is another world than the running app's. */
export async function fromApp(where: Where, question: AppQuestion): Promise<AppAnswer | null> {
  if (where.config !== null || where.folder !== null) return null
  const machine = thisMachine()
  const path = appSocketPath(dataFolder(where.dataDir, machine), machine.platform)
  const answer = await askApp(path, question, question.ask === 'snapshot' ? SNAPSHOT_MS : null)
  return isAppAnswer(answer) ? answer : null
}
