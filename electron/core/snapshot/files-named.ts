import type { Snapshot } from './snapshot.ts'

/** Every file of the configuration that a snapshot tells of: those, and no others, may be looked at and opened. */
export function filesNamed({ config, configProblems, configNotes, identities, trust }: Snapshot): ReadonlySet<string> {
  const problems = [...configProblems, ...configNotes, ...identities.flatMap(problemsOf)]
  return new Set([
    ...(config.file === null ? [] : [config.file]),
    ...problems.flatMap(({ where }) => (where === undefined ? [] : [where.file])),
    ...identities.flatMap(({ where, elsewhere = [] }) => [where.file, ...elsewhere.map((field) => field.where.file)]),
    ...(trust?.items ?? []).map(({ where }) => where.file),
  ])
}

function problemsOf({ state }: Snapshot['identities'][number]) {
  if (state.kind === 'not-handled' || state.kind === 'waiting-for-trust') return [state.because]
  if (state.kind === 'needs-you') return state.ask.kind === 'look' ? [state.ask.problem] : []
  if (state.kind !== 'failed' && state.kind !== 'expired') return []
  return state.problem === null ? [] : [state.problem]
}
