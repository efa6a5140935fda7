import type { AppAnswer, AppQuestion } from '#bridge/app-socket'
import { decodeQuestion } from '#bridge/decode'
import { problemOf } from '#core/base/problem'
import type { IdentityName } from '#core/identity/identity'
import { identityName, profileName } from '#core/identity/names'
import type { Engine } from '#engine/engine'
import { credentialDocument } from '#host/serving/credential-document'
import { firstWriteOf, refreshWithCode, toOneIdentity } from './one-identity.ts'

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
  if (question.ask === 'first-write') {
    return { kind: 'first-write', previews: await firstWriteOf(engine, question.name) }
  }
  if (question.ask === 'try') return tryOut(engine, identityName(question.name))
  if (question.ask === 'panic') return { kind: 'panic', removal: await engine.ending.panic() }
  if (question.ask === 'credentials') return credentials(engine, question)
  if (question.ask === 'approve') return approve(engine, question.digest)
  if (question.ask === 'refresh-with-code') {
    return { kind: 'row', row: await refreshWithCode(engine, identityName(question.name), question.mfaCode) }
  }
  return { kind: 'row', row: await toOneIdentity(engine, question.ask, identityName(question.name)) }
}

async function credentials(engine: Engine, question: AppQuestion & { ask: 'credentials' }): Promise<AppAnswer> {
  const { by, soon = false } = question
  const puller = { by, soon, inside: question.inside.map(identityName) }
  try {
    const pulled = await engine.pull(identityName(question.name), puller)
    return { kind: 'credentials', document: credentialDocument(pulled) }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}

async function tryOut(engine: Engine, name: IdentityName): Promise<AppAnswer> {
  try {
    return { kind: 'trial', trial: await engine.trials.run(name) }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}

async function undo(engine: Engine, profile: string | null): Promise<AppAnswer> {
  try {
    return { kind: 'undone', undone: await engine.files.undo(profile === null ? null : profileName(profile)) }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}

/** Answers once the configuration was read anew, so that what waited can be asked for at once. */
async function approve(engine: Engine, digest: string): Promise<AppAnswer> {
  const reading = nextReading(engine, digest)
  try {
    await engine.approveTrust(digest)
    await reading.isThere
    return { kind: 'snapshot', snapshot: engine.snapshot() }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  } finally {
    reading.forget()
  }
}

/** A reading takes far less; an engine that never reads again must not keep a terminal waiting. */
const READING_MS = 5_000

/** The one in which this question does not stand any more. */
function nextReading(engine: Engine, digest: string): { readonly isThere: Promise<void>; readonly forget: () => void } {
  let forget = (): void => undefined
  const isThere = new Promise<void>((resolve) => {
    const giveUp = setTimeout(() => resolve(), READING_MS)
    const unsubscribe = engine.onChange(() => {
      if (engine.snapshot().trust?.digest !== digest) resolve()
    })
    forget = () => {
      clearTimeout(giveUp)
      unsubscribe()
    }
  })
  return { isThere, forget: () => forget() }
}
