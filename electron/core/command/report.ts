import type { Place, Problem } from '../base/problem.ts'
import { type Instant, iso } from '../base/time.ts'
import type { CredentialWarning } from '../credentials/credentials.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'
import { type IdentityView, isActiveState, type Snapshot, type StateView } from '../snapshot/snapshot.ts'
import { stateWord, stateWords } from '../snapshot/wording.ts'

/** One identity as `list --json` and `status --json` print it. Times are ISO 8601 in UTC. */
export interface IdentityRow {
  readonly identity: IdentityName
  readonly profile: ProfileName
  readonly kind: string
  readonly account: string | null
  readonly region: string | null
  readonly chain: readonly IdentityName[]
  readonly active: boolean
  readonly state: string
  readonly expiresAt: string | null
  readonly nextRefreshAt: string | null
  readonly problem: ProblemRow | null
}

/** A problem for programs: every member is always there. */
export interface ProblemRow extends Omit<Problem, 'where'> {
  readonly where: Place | null
}

/** How the renewal of one identity went, as `refresh --json` prints it. */
export interface RefreshRow {
  readonly identity: string
  readonly profile: string | null
  readonly ok: boolean
  readonly expiresAt: string | null
  readonly warnings: readonly CredentialWarning[]
  readonly problem: ProblemRow | null
}

/** A row whose identity may want the code of an MFA device to go on. */
export interface AskingRow extends RefreshRow {
  /** Absent: it wants none. */
  readonly code?: { readonly serial: string; readonly refused: Problem | null } | undefined
}

export const isActive = ({ state }: IdentityView): boolean => isActiveState(state)

export const problemRow = ({ code, message, hint, where }: Problem): ProblemRow => ({
  code,
  message,
  hint,
  where: where ?? null,
})

/** The row of an identity that could not be renewed. */
export function failedRow(identity: string, profile: string | null, problem: Problem): RefreshRow {
  return { identity, profile, ok: false, expiresAt: null, warnings: [], problem: problemRow(problem) }
}

export function identityRow(view: IdentityView): IdentityRow {
  const expiresAt = expiryOf(view.state)
  return {
    identity: view.name,
    profile: view.profile,
    kind: view.kind,
    account: view.account,
    region: view.region,
    chain: view.chain,
    active: isActive(view),
    state: stateWord(view.state),
    expiresAt: expiresAt === null ? null : iso(expiresAt),
    nextRefreshAt: view.nextRefreshAt === null ? null : iso(view.nextRefreshAt),
    problem: problemOf(view.state),
  }
}

/** `list` and `status` for people: one aligned line an identity. */
export function table(views: readonly IdentityView[], now: Instant): string {
  const rows = views.map((view) => [view.name, `[${view.profile}]`, view.kind, stateWords(view.state, now)])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return rows.map((row) => `${line(row)}\n`).join('')
}

/** `file:line:column: code: message (hint)`, the form that editors know how to jump to. */
export function problemLine({ where, code, message, hint }: Problem | ProblemRow): string {
  const place = !where ? '' : `${where.file}:${where.line}:${where.column}: `
  return `${place}${code}: ${message} (${hint})\n`
}

/** Problems first, each as the editor wants it; notes after them. */
export const validation = ({ configProblems, configNotes }: Snapshot): string =>
  [...configProblems, ...configNotes].map(problemLine).join('')

function expiryOf(state: StateView): Instant | null {
  return 'expiresAt' in state ? state.expiresAt : null
}

function problemOf(state: StateView): ProblemRow | null {
  const problem = stateProblem(state)
  return problem && problemRow(problem)
}

function stateProblem(state: StateView): Problem | null {
  if (state.kind === 'not-handled' || state.kind === 'waiting-for-trust') return state.because
  return 'problem' in state ? state.problem : null
}
