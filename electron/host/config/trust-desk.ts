import { ProblemError, type Problem } from '#core/base/problem'
import { approving, judge, type TrustQuestion, type Verdict } from '#core/trust/judge'
import type { Run } from '#core/trust/run'
import type { TrustStore } from '../own-data/trust-file.ts'
import { sha256 } from '../sha256.ts'
import { thisOwner, unsafeFile } from './file-safety.ts'

export interface TrustContext {
  readonly store: TrustStore
  /** CREDTRAY_TRUST=all: the person's word for this process. */
  readonly all: boolean
}

/** Decides, from reading to reading, what may run. */
export interface TrustDesk {
  mayRun(runs: readonly Run[], run: Run, file: string): Promise<boolean>
  judge(runs: readonly Run[], file: string): Promise<Verdict>
  approve(digest: string): Promise<void>
}

export function createTrustDesk(context: TrustContext): TrustDesk {
  return new KeptTrustDesk(context)
}

const OPEN: Verdict = { question: null, isApproved: () => true, refusalOf: () => null }

/** Guards the question that stands. */
class KeptTrustDesk implements TrustDesk {
  readonly #context: TrustContext
  #asked: { readonly question: TrustQuestion; readonly runs: readonly Run[] } | null = null

  constructor(context: TrustContext) {
    this.#context = context
  }

  async mayRun(runs: readonly Run[], run: Run, file: string): Promise<boolean> {
    return (await this.#verdict(runs, file)).isApproved(run)
  }

  async judge(runs: readonly Run[], file: string): Promise<Verdict> {
    const verdict = await this.#verdict(runs, file)
    this.#asked = verdict.question === null ? null : { question: verdict.question, runs }
    return verdict
  }

  async approve(named: string): Promise<void> {
    const asked = this.#asked
    if (asked?.question.digest !== named) throw new ProblemError(changedMeanwhile)
    if (asked.question.refusal !== null) throw new ProblemError(asked.question.refusal)
    const { store } = this.#context
    await store.save(approving(asked.runs, { approvals: await store.load(), digest: sha256 }))
  }

  async #verdict(runs: readonly Run[], file: string): Promise<Verdict> {
    if (this.#context.all) return OPEN
    const unsafe = await unsafeFiles(runs)
    const approvals = await this.#context.store.load()
    return judge(runs, { file, approvals, unsafe, digest: sha256 })
  }
}

async function unsafeFiles(runs: readonly Run[]): Promise<ReadonlyMap<string, Problem>> {
  const me = thisOwner()
  const found = new Map<string, Problem>()
  for (const file of new Set(runs.map(({ where }) => where.file))) {
    const problem = await unsafeFile(file, me)
    if (problem !== null) found.set(file, problem)
  }
  return found
}

const changedMeanwhile: Problem = {
  code: 'trust/needed',
  message: 'The configuration has changed since you were asked, so nothing was approved.',
  hint: 'Look at what it would run now, and approve that.',
}
