import type { Place, Problem } from '../base/problem.ts'
import type { CredentialSource, FieldPlace, Identity, IdentityName } from '../identity/identity.ts'
import type { Run } from '../trust/run.ts'
import { runsOf } from '../trust/runs-of.ts'
import type { Config } from './config.ts'
import { kindOf } from './draft.ts'
import { valueAt, type Entry } from './entry.ts'
import { inherit } from './inherit.ts'
import type { Notes } from './notes.ts'
import { profilesOf } from './profiles.ts'
import { relate, type Drafted, type Relations } from './relations.ts'
import type { CredtrayBlock } from './credtray-block.ts'
import { leaves } from './tree-facts.ts'

/** Puts the entries together: who hangs on whom, who writes where, and who cannot work because of another. */
export function assemble(all: readonly Drafted[], settings: CredtrayBlock, notes: Notes): Config {
  const entries = all.map(({ entry }) => entry)
  const relations = relate(all, notes)
  const profiles = profilesOf(settings.profiles, entries, notes)
  const problems: Problem[] = [...settings.problems, ...profiles.strays]
  const writers = new Map<string, IdentityName>()
  const identities = all.map((drafted): Identity => {
    const { entry, draft } = drafted
    const { profile, problem } = profiles.of(entry)
    const own = [...ownProblems(drafted, relations), ...(problem === null ? [] : [problem])]
    const isWriter = own.length === 0 && draft.source !== null
    const first = isWriter ? writers.get(profile) : undefined
    if (first !== undefined) own.push(profiles.clash(entry, first))
    else if (isWriter) writers.set(profile, entry.name)
    problems.push(...own)
    return {
      name: entry.name,
      profile,
      kind: kindOf(entry) ?? '',
      region: draft.region,
      profileRegion: draft.region,
      ...expectationOf(draft),
      source: sourceOf(drafted, own[0], relations),
      refresh: settings.refresh,
      tags: tagsOf(entry),
      where: entry.where,
      provenance: provenanceOf(entry),
    }
  })
  return {
    identities: inherit(identities, entries, notes),
    lead: settings.refresh.lead,
    commands: all.flatMap(commandsOf),
    notify: settings.notify,
    end: settings.end,
    files: settings.files,
    problems: problems.toSorted((a, b) => byPlace(a.where, b.where)),
    notes: notes.all(),
  }
}

/** A loop or a missing parent comes before the values: while it stands, nobody can use them. */
function ownProblems(drafted: Drafted, relations: Relations): readonly Problem[] {
  const { structure, values } = drafted.draft
  if (structure.length > 0) return structure
  const problem = relations.problemOf(drafted)
  return problem === null ? values : [problem]
}

function sourceOf({ entry, draft }: Drafted, problem: Problem | undefined, relations: Relations): CredentialSource {
  const because = problem ?? draft.unhandled
  if (because !== null) return { kind: 'unusable', because }
  const { source } = draft
  if (source === null) return { kind: 'unusable', because: unreadable(entry) }
  const from = relations.parentOf(entry.name)
  return source.kind === 'assume-role' && from !== null ? { ...source, from } : source
}

/** A role's ARN says both; of the rest only the person knows the account. */
function expectationOf({ source, account: written }: Drafted['draft']): Pick<Identity, 'expects'> {
  const [, ofRole = null, role = null] =
    source?.kind === 'assume-role' ? (/^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(source.role) ?? []) : []
  const account = written ?? ofRole
  return account === null && role === null ? {} : { expects: { account, role } }
}

function commandsOf({ entry: { name, tree }, draft: { source } }: Drafted): readonly Run[] {
  if (source === null) return []
  return runsOf(name, source, {
    command: tree.placeOf(['credentials', 'credential_process']),
    endpoint: tree.placeOf(['spec', 'endpoint_url']),
  })
}

const unreadable = ({ name, where }: Entry): Problem => ({
  code: 'config/shape',
  message: `"${name}" cannot be read.`,
  hint: 'Compare it with the example file.',
  where,
})

const provenanceOf = ({ tree }: Entry): readonly FieldPlace[] =>
  leaves(tree.value).map((path) => ({ field: path.map(String).join('.'), where: tree.placeOf(path) }))

function tagsOf({ tree }: Entry): readonly string[] {
  const tags = valueAt(tree.value, ['tags'])
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
