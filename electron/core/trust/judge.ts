import type { Problem } from '../base/problem.ts'
import type { ApprovedText, Approvals } from './approvals.ts'
import { plainSight } from './plain-sight.ts'
import type { Run } from './run.ts'

/** What is asked of the person. */
export interface TrustQuestion {
  /** The configuration's main file; `items` may stand in others. */
  readonly file: string
  /** Of everything in `items`. An approval names it, so that nobody approves what was changed under their eyes. */
  readonly digest: string
  /** All that would be run, approved or not, in the order of the files. */
  readonly items: readonly TrustItem[]
  /** Why it cannot be approved as it is. `null`: it can. */
  readonly refusal: Problem | null
}

/** `text` is fit to be shown: what looks like a secret is hidden. */
export interface TrustItem extends Run {
  readonly news: 'new' | 'changed' | 'approved'
  /** What was approved, where something else stands there now. `null`: nothing was, or nobody knows any more. */
  readonly before: ApprovedText | null
}

export interface Verdict {
  /** `null`: everything is approved. */
  readonly question: TrustQuestion | null
  isApproved(run: Run): boolean
  /** Why an approval would not help. `null`: it would. */
  refusalOf(run: Run): Problem | null
}

export interface JudgeContext {
  readonly file: string
  readonly approvals: Approvals
  /** Files that others can write, and why that is so: nothing in them counts as approved. */
  readonly unsafe: ReadonlyMap<string, Problem>
  /** A digest that nobody can forge. */
  digest(text: string): string
}

/** Compares what would be run with what was approved. */
export function judge(runs: readonly Run[], context: JudgeContext): Verdict {
  const keyed = withKeys(runs)
  const newsOf = ({ run, key }: Keyed): TrustItem['news'] => {
    const known = context.approvals.files[run.where.file]?.[key]
    if (context.unsafe.has(run.where.file) || known === undefined) return 'new'
    return known === digestOf(run, context) ? 'approved' : 'changed'
  }
  const itemOf = (one: Keyed): TrustItem => {
    const news = newsOf(one)
    const before = news === 'changed' ? (context.approvals.texts[one.run.where.file]?.[one.key] ?? null) : null
    return { ...one.run, text: plainSight(one.run.text), news, before }
  }
  const items = keyed.map(itemOf)
  const waiting = keyed.filter((one) => newsOf(one) !== 'approved')
  const approved = new Set(keyed.filter((one) => newsOf(one) === 'approved').map(({ run }) => run))
  const refusal = waiting.map(({ run }) => context.unsafe.get(run.where.file)).find((one) => one !== undefined) ?? null
  const digest = context.digest(JSON.stringify(keyed.map((one) => [one.run.where.file, one.key, whole(one.run)])))
  return {
    question: waiting.length === 0 ? null : { file: context.file, digest, items, refusal },
    isApproved: (run) => approved.has(run),
    refusalOf: (run) => context.unsafe.get(run.where.file) ?? null,
  }
}

/** The approvals with all of these in them. What a file ran before and does not run any more is forgotten. */
export function approving(runs: readonly Run[], context: Pick<JudgeContext, 'approvals' | 'digest'>): Approvals {
  const keyed = withKeys(runs)
  const named = new Set(runs.map(({ where }) => where.file))
  const { files, texts } = context.approvals
  return {
    files: { ...withoutFiles(files, named), ...byFile(keyed, (run) => digestOf(run, context)) },
    texts: { ...withoutFiles(texts, named), ...byFile(keyed, shownOf) },
  }
}

/** What goes to the disk is what was on the screen, never what was hidden from it. */
const shownOf = ({ text, shell }: Run): ApprovedText => ({ text: plainSight(text), shell })

const withoutFiles = <T>(all: Readonly<Record<string, T>>, files: ReadonlySet<string>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([file]) => !files.has(file)))

function byFile<T>(
  keyed: readonly Keyed[],
  of: (run: Run) => T,
): Readonly<Record<string, Readonly<Record<string, T>>>> {
  const files = [...new Set(keyed.map(({ run }) => run.where.file))]
  const within = (file: string): readonly Keyed[] => keyed.filter(({ run }) => run.where.file === file)
  return Object.fromEntries(
    files.map((file) => [file, Object.fromEntries(within(file).map(({ run, key }) => [key, of(run)]))]),
  )
}

interface Keyed {
  readonly run: Run
  /** Finds the same thing again after its command was changed. */
  readonly key: string
}

function withKeys(runs: readonly Run[]): readonly Keyed[] {
  const seen = new Map<string, number>()
  return runs.map((run) => {
    const name = `${run.kind} ${run.identity ?? ''} ${run.where.file}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { run, key: `${run.kind} ${run.identity ?? ''} ${count}` }
  })
}

const digestOf = (run: Run, { digest }: Pick<JudgeContext, 'digest'>): string => digest(whole(run))

/** Where it stands in its file is no part of it: a comment above moves nothing. */
const whole = ({ kind, identity, text, shell }: Run): string => JSON.stringify([kind, identity, text, shell])
