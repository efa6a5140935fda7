import type { AppAnswer } from '#bridge/app-socket'
import { decodeQuestion } from '#bridge/decode'
import { problemOf } from '#core/base/problem'
import { identityName, profileName } from '#core/identity/names'
import type { Engine } from '#engine/engine'
import { refreshOne } from './refresh-one.ts'

/** What the running app answers to the command line. */
export async function answerApp(engine: Engine, raw: unknown): Promise<AppAnswer> {
  const question = decodeQuestion(raw)
  if (question === null) {
    const problem = {
      code: 'bridge/refused',
      message: 'The running Credtray does not understand this question.',
      hint: 'It is probably of another version: quit it and start it again.',
    } as const
    return { kind: 'refused', problem }
  }
  if (question.ask === 'undo') return undo(engine, question.profile)
  if (question.ask === 'snapshot') return { kind: 'snapshot', snapshot: engine.snapshot() }
  return { kind: 'refresh', row: await refreshOne(engine, identityName(question.name)) }
}

async function undo(engine: Engine, profile: string | null): Promise<AppAnswer> {
  try {
    return { kind: 'undone', undone: await engine.files.undo(profile === null ? null : profileName(profile)) }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}
