import type { IdentityView } from '../snapshot/snapshot.ts'
import type { RefreshRow } from './report.ts'

const MOST_LINES = 10

/** What the helper of a row that failed said last, its own or that of a root it hangs on; redacted already. '': nothing. */
export function lastWords({ identity, problem }: RefreshRow, views: readonly IdentityView[]): string {
  if (problem?.code.startsWith('process/') !== true) return ''
  const chain = views.find(({ name }) => name === identity)?.chain ?? []
  const runs = chain.map((name) => views.find((view) => view.name === name)?.lastRun ?? null)
  const said = runs.findLast((run) => run !== null)?.stderr.trim() ?? ''
  const lines = said.split('\n').slice(-MOST_LINES)
  return said === '' ? '' : `Last run:\n${lines.map((line) => `  ${line}\n`).join('')}`
}
