import type { z } from 'zod'
import type { Place, Problem, ProblemCode } from '../base/problem.ts'
import type { CredentialSource, IdentityName } from '../identity/identity.ts'
import { isRecord } from './is-record.ts'
import type { Path, Tree } from './tree-facts.ts'

/** One entry of `auth.identities`, read and not yet understood. */
export interface Entry {
  readonly name: IdentityName
  /** Where its name stands. */
  readonly where: Place
  readonly tree: Tree
}

/** What one entry comes to when it is looked at alone. */
export interface Draft {
  /** `null`: a problem stands in its way. Of a role, `from` is still spelled as in `via.identity`. */
  readonly source: CredentialSource | null
  readonly region: string | null
  /** `credentials.account_id`, checked. */
  readonly account: string | null
  /** `via.identity` of a role, and where it stands. */
  readonly parent: { readonly spelling: string; readonly where: Place } | null
  /** Problems that make the entry make no sense; while there is one, nobody asks about its values. */
  readonly structure: readonly Problem[]
  readonly values: readonly Problem[]
  /** Why Credtray leaves it alone although nothing is wrong with it. */
  readonly unhandled: Problem | null
}

export const EMPTY_DRAFT: Draft = {
  source: null,
  region: null,
  account: null,
  parent: null,
  structure: [],
  values: [],
  unhandled: null,
}

/** The value at a path, `undefined` where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[String(step)] : undefined), value)
}

/** A problem of an entry, at a path of it. */
export function problemAt(entry: Entry, path: Path, words: Omit<Problem, 'where'>): Problem {
  return { ...words, where: path.length === 0 ? entry.where : entry.tree.placeOf(path) }
}

/** "; CORP_KEY is not set", where that is why a value is missing. */
export function becauseUnset(entry: Entry, path: Path): string {
  const variable = entry.tree.unsetAt(path)
  return variable === null ? '' : `, because the variable ${variable} is not set`
}

export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Checks an entry against its shape: the value, or every problem at its own line. */
export function shaped<T>(shape: z.ZodType<T>, entry: Entry): Shaped<T> {
  const result = shape.safeParse(entry.tree.value)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: result.error.issues.map(({ path, message }) => shapeProblem(entry, path, message)) }
}

function shapeProblem(entry: Entry, path: Path, claim: string): Problem {
  const [code, hint] = MEANINGS.get(String(path.at(-1))) ?? ['config/shape', 'Correct the value and save the file.']
  return problemAt(entry, path, { code, message: `${path.join('.')} of "${entry.name}" ${claim}.`, hint })
}

const ROLE: readonly [ProblemCode, string] = ['config/bad-role-arn', 'Copy the ARN of the role from the IAM console.']
const DURATION: readonly [ProblemCode, string] = ['config/bad-duration', 'Write it like 55m or 1h30m.']
const MEANINGS: ReadonlyMap<string, readonly [ProblemCode, string]> = new Map([
  ['assume_role', ROLE],
  ['role_arn', ROLE],
  ['duration', DURATION],
  ['timeout', DURATION],
])
