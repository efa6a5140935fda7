import type { ActivationSet } from '../settings/settings.ts'
import type { Roster } from '../snapshot/roster.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { isInMenu } from './tray-order.ts'
import { action, check, isActive, submenu, type TrayRow } from './tray-rows.ts'
import { shortName } from '../snapshot/wording.ts'

/** "Work on": one click activates a set, one more deactivates it. Sets of which nobody is left have no row. */
export function setRows(sets: readonly ActivationSet[], roster: Pick<Roster, 'find'>): readonly TrayRow[] {
  const rows = sets.flatMap((set, at) => {
    const members = set.identities.flatMap((name) => roster.find(name) ?? []).filter(isInMenu)
    return members.length === 0 ? [] : [setRow(`set/${at}`, set.name, members)]
  })
  return rows.length === 0 ? [] : [submenu('sets', 'Work on', rows)]
}

/** The window asks before production is switched on, as part of a set too. */
function setRow(id: string, name: string, members: readonly IdentityView[]): TrayRow {
  const active = members.filter(isActive)
  const asks = members.some((view) => view.isProduction && !isActive(view))
  const label = `${shortName(name)} · ${countWords(active.length, members.length)}`
  if (asks) return action(id, `${label} ■ production…`, { kind: 'activate-set', set: name })
  if (active.length < members.length) return check(false, { id, label, does: { kind: 'activate-set', set: name } })
  return check(true, { id, label, does: { kind: 'deactivate-set', names: active.map((view) => view.name) } })
}

function countWords(active: number, all: number): string {
  if (active === 0) return all === 1 ? '1 identity' : `${all} identities`
  return active === all ? 'active' : `${active} of ${all} active`
}
