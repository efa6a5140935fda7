import { problemOf } from '#core/base/problem'
import { iso } from '#core/base/time'
import { failedRow, type RefreshRow } from '#core/command/report'
import type { IdentityName } from '#core/identity/identity'
import type { Engine } from '#engine/engine'

/** Renews one identity because a person asked for it by name. Never throws: the row says how it went. */
export async function refreshOne(engine: Engine, name: IdentityName): Promise<RefreshRow> {
  const profile = engine.snapshot().identities.find((view) => view.name === name)?.profile ?? null
  try {
    const { credentials, warnings } = await engine.refresh(name, null)
    const expiresAt = credentials.expiresAt === null ? null : iso(credentials.expiresAt)
    return { identity: name, profile, ok: true, expiresAt, warnings, problem: null }
  } catch (error) {
    return failedRow(name, profile, problemOf(error))
  }
}
