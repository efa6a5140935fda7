import { problemOf } from '#core/base/problem'
import { iso } from '#core/base/time'
import { type AskingRow, failedRow, type RefreshRow } from '#core/command/report'
import type { IdentityName } from '#core/identity/identity'
import { identityName } from '#core/identity/names'
import type { WritePreview } from '#core/profile-file/history'
import { type IdentityView, isActiveState, type StateView } from '#core/snapshot/snapshot'
import { viewNamed } from '#core/snapshot/view-named'
import type { Engine } from '#engine/engine'
import { PersonNeeded } from '#engine/person'

/** What a person can ask for one identity by its name. */
export type Deed = 'refresh' | 'activate' | 'deactivate'

/** Does it, because a person asked. Never throws: the row says how it went. */
export async function toOneIdentity(engine: Engine, deed: Deed, name: IdentityName): Promise<AskingRow> {
  return rowOfDeed(engine, name, () => DEEDS[deed](engine, name))
}

/** Refreshes it, with the code that the person has typed, if one was. Never throws. */
export async function refreshWithCode(engine: Engine, name: IdentityName, mfaCode: string | null): Promise<AskingRow> {
  return rowOfDeed(engine, name, () => refresh(engine, name, mfaCode))
}

async function rowOfDeed(engine: Engine, name: IdentityName, work: () => Promise<RefreshRow>): Promise<AskingRow> {
  const profile = viewOf(engine, name)?.profile ?? null
  try {
    return await work()
  } catch (error) {
    const row = failedRow(name, profile, problemOf(error))
    const ask = error instanceof PersonNeeded ? error.ask : null
    return ask?.kind === 'mfa-code' ? { ...row, code: { serial: ask.serial, refused: ask.refused } } : row
  }
}

const DEEDS: Readonly<Record<Deed, (engine: Engine, name: IdentityName) => Promise<RefreshRow>>> = {
  refresh: (engine, name) => refresh(engine, name, null),
  activate,
  async deactivate(engine, name) {
    await engine.deactivate(name)
    return rowOf(engine, name, null)
  },
}

async function refresh(engine: Engine, name: IdentityName, mfaCode: string | null): Promise<RefreshRow> {
  const { credentials, warnings } = await engine.refresh(name, mfaCode)
  return { ...rowOf(engine, name, credentials.expiresAt === null ? null : iso(credentials.expiresAt)), warnings }
}

/** As the switch in the window: an identity that cannot run, or waits for trust, is not switched on. */
async function activate(engine: Engine, name: IdentityName): Promise<RefreshRow> {
  const view = viewOf(engine, name)
  if (view !== null && 'because' in view.state) return failedRow(name, view.profile, view.state.because)
  // One that is active and has no good keys is wanted all the more.
  if (view !== null && isActiveState(view.state) && !isGood(view.state)) return refresh(engine, name, null)
  await engine.activate(name)
  return rowOf(engine, name, endOf(viewOf(engine, name)?.state))
}

function endOf(state: StateView | undefined): string | null {
  const expiresAt = state !== undefined && 'expiresAt' in state ? state.expiresAt : null
  return expiresAt === null ? null : iso(expiresAt)
}

const isGood = ({ kind }: StateView): boolean => kind === 'live' || kind === 'expiring' || kind === 'refreshing'

const viewOf = (engine: Engine, name: IdentityName): IdentityView | null => viewNamed(engine.snapshot(), name)

function rowOf(engine: Engine, name: IdentityName, expiresAt: string | null): RefreshRow {
  const profile = viewOf(engine, name)?.profile ?? null
  return { identity: name, profile, ok: true, expiresAt, warnings: [], problem: null }
}

/** What a write for this identity would change in files that are the person's alone so far. What fails here fails in the write. */
export async function firstWriteOf(engine: Engine, name: string): Promise<readonly WritePreview[]> {
  try {
    return await engine.files.showFirstWrite(identityName(name))
  } catch {
    return []
  }
}
