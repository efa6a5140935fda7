import type { Place, Problem, ProblemCode } from '../base/problem.ts'

/** What works here and may surprise elsewhere, gathered so that ten identities with one habit make one note. */
export interface Notes {
  add(remark: Remark): void
  /** In the order of the file. */
  all(): readonly Problem[]
}

export interface Remark {
  readonly topic: Topic
  /** The identity it is about. */
  readonly name: string
  readonly where: Place
}

export function createNotes(): Notes {
  const remarks: Remark[] = []
  return {
    add: (remark) => void remarks.push(remark),
    all: () =>
      [...new Set(remarks.map(({ topic }) => topic))]
        .map((topic) => note(remarks.filter((remark) => remark.topic === topic)))
        .filter((one) => one !== null)
        .toSorted((a, b) => a.where.line - b.where.line || a.where.column - b.where.column),
  }
}

function note(remarks: readonly Remark[]): (Problem & { readonly where: Place }) | null {
  const [first] = remarks
  if (first === undefined) return null
  const { code, message, hint } = TOPICS[first.topic]
  return { code, message: message(list(remarks.map(({ name }) => name))), hint, where: first.where }
}

/** `"a"`, `"a" and "b"`, `"a", "b" and 3 more`. */
function list(names: readonly string[]): string {
  const quoted = [...new Set(names)].map((name) => `"${name}"`)
  if (quoted.length <= 2) return quoted.join(' and ')
  if (quoted.length === 3) return `${quoted[0]}, ${quoted[1]} and ${quoted[2]}`
  return `${quoted[0]}, ${quoted[1]} and ${quoted.length - 2} more`
}

export type Topic =
  | 'kind-spelling'
  | 'role-spelling'
  | 'name-case'
  | 'duration-form'
  | 'unreadable-duration'
  | 'session-duration'
  | 'cut-to-12h'
  | 'cut-to-36h'
  | 'cut-to-1h'
  | 'unset-values'
  | 'default-profile'
  | 'short-lead'
  | 'remote-import'
  | 'split-identity'
  | 'documents'
  | 'no-identities'
  | 'no-shell'

interface Words {
  readonly code: ProblemCode
  readonly message: (names: string) => string
  readonly hint: string
}

const TOPICS: Readonly<Record<Topic, Words>> = {
  'kind-spelling': {
    code: 'config/atmos-differs',
    message: (names) => `A released Atmos refuses its whole auth section over the kind of ${names}.`,
    hint: 'It works here. If Atmos reads this file too, write aws/credential-process, which its newest versions know.',
  },
  'no-shell': {
    code: 'config/no-shell',
    message: (names) => `The command of ${names} is written for a shell, and is run without one.`,
    hint: 'Write whole paths ({{getenv "HOME"}} is filled in), or "shell: true" beside the command.',
  },
  'role-spelling': {
    code: 'config/atmos-differs',
    message: (names) => `Atmos does not know principal.role_arn, which ${names} uses.`,
    hint: 'It works here. If Atmos reads this file too, write principal.assume_role.',
  },
  'name-case': {
    code: 'config/atmos-differs',
    message: (names) => `via.identity of ${names} is spelled in another case than Atmos or the name itself has it.`,
    hint: 'It works here. Atmos finds a parent only by its name in lower case.',
  },
  'duration-form': {
    code: 'config/atmos-differs',
    message: (names) => `Atmos ignores principal.duration of ${names} and takes one hour.`,
    hint: 'It works here. For both, write it like 1h or 90m.',
  },
  'unreadable-duration': {
    code: 'config/bad-duration',
    message: (names) => `The duration of ${names} cannot be read, so the default counts.`,
    hint: 'Write it like 1h or 90m.',
  },
  'session-duration': {
    code: 'config/atmos-differs',
    message: (names) => `session.duration does nothing for a role; ${names} has one.`,
    hint: 'Write principal.duration, here and for Atmos.',
  },
  'cut-to-12h': {
    code: 'config/bad-duration',
    message: (names) => `The duration of ${names} is outside of what STS grants, 15m to 12h, and was cut to fit.`,
    hint: 'Write a duration within these limits.',
  },
  'cut-to-36h': {
    code: 'config/bad-duration',
    message: (names) =>
      `The duration of ${names} is outside of what STS grants with MFA, 15m to 36h, and was cut to fit.`,
    hint: 'Write a duration within these limits.',
  },
  'cut-to-1h': {
    code: 'config/bad-duration',
    message: (names) =>
      `${names} takes a role with the session of another role, which AWS ends after one hour at most.`,
    hint: 'Write 1h or less; it is renewed in time anyway.',
  },
  'unset-values': {
    code: 'config/missing-variable',
    message: (names) => `The keys or the MFA device of ${names} stand in variables that are not set.`,
    hint: 'Set them where Credtray is started. Without keys there is no session.',
  },
  'default-profile': {
    code: 'config/bad-profile-name',
    message: (names) => `${names} is not written to the profile of that name, because every tool falls back to it.`,
    hint: 'If you want just that, say so: "credtray: { profiles: { default: default } }".',
  },
  'short-lead': {
    code: 'config/bad-duration',
    message: () => 'credtray.refresh.lead is below one minute, so one minute counts.',
    hint: 'Write 1m or more.',
  },
  'remote-import': {
    code: 'config/not-read',
    message: (names) => `${names} is not on this computer, and Credtray loads no configuration from elsewhere.`,
    hint: 'Download it, look at it, and import the local copy.',
  },
  'split-identity': {
    code: 'config/atmos-differs',
    message: (names) => `Several files speak of ${names}. Credtray merges them; Atmos takes each from one file alone.`,
    hint: 'It works here. If Atmos reads these files too, write the whole identity in one of them.',
  },
  documents: {
    code: 'config/not-read',
    message: () => 'Only the part above this "---" is read, as Atmos does it.',
    hint: 'Move what follows into the part above, or into its own file.',
  },
  'no-identities': {
    code: 'config/no-identities',
    message: () => 'This file names no identities.',
    hint: 'They stand under "auth:" and "identities:". The example file shows three.',
  },
}
