import type { Expectation, Identity } from './identity.ts'

/** What GetCallerIdentity tells. */
export interface CallerIdentity {
  readonly arn: string
  /** Twelve digits. */
  readonly account: string
}

/**
 * True for the ARN of a role or of a role's session: what it assumes is role chaining, capped at an hour. A session of
 * GetSessionToken is a user's, and is not.
 */
export function isRoleSession(arn: string | null): boolean {
  return (
    arn !== null && (/^arn:[^:]+:sts::[0-9]*:assumed-role\//.test(arn) || /^arn:[^:]+:iam::[0-9]*:role\//.test(arn))
  )
}

/** The account in an ARN. `null`: it names none. */
export function accountOfArn(arn: string): string | null {
  return /^arn:[^:]+:[a-z]+:[^:]*:([0-9]{12}):/.exec(arn)?.[1] ?? null
}

/**
 * Who an identity should turn out to be: what the configuration says, else what follows from it (an MFA device lies in
 * the account of its user, a role's ARN names both). `null`: anything will do.
 */
export function expectationOf({ source, expects }: Identity): Expectation | null {
  if (expects !== undefined) return expects
  if (source.kind === 'user' && source.mfaSerial !== null) return orNothing(accountOfArn(source.mfaSerial), null)
  if (source.kind === 'process') return expectedOfCommand(source.command)
  if (source.kind === 'assume-role') return orNothing(accountOfArn(source.role), source.role.split('/').at(-1) ?? null)
  return null
}

/** `aws-sso process --arn ARN` names the role that it prints keys of. Two roles in one command say nothing. */
function expectedOfCommand(command: string): Expectation | null {
  const roles = new Map(
    [...command.matchAll(ROLE_OPTION)].map(([, account, role]) => [`${account} ${role}`, { account, role }]),
  )
  const [only] = roles.values()
  return only === undefined || roles.size > 1 ? null : orNothing(only.account ?? null, only.role ?? null)
}

const ROLE_OPTION =
  /--(?:arn|role-arn|aws-iam-role)[= ]["']?arn:aws[a-z-]*:iam::([0-9]{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)/g

/** False: the keys are of somebody else. */
export function meets(expectation: Expectation, { arn, account }: CallerIdentity): boolean {
  if (expectation.account !== null && expectation.account !== account) return false
  return expectation.role === null || isSessionOf(expectation.role, arn)
}

/** "account 111122223333", "role Admin in account 111122223333": the end of a sentence that begins with "expected". */
export function expectationWords({ account, role }: Expectation): string {
  return [...(role === null ? [] : [`role ${role}`]), ...(account === null ? [] : [`account ${account}`])].join(' in ')
}

/** IAM Identity Center names the role of a permission set AWSReservedSSO_NAME_0123456789abcdef. */
function isSessionOf(role: string, arn: string): boolean {
  const named = /:assumed-role\/([^/]+)\//.exec(arn)?.[1]
  if (named === undefined) return false
  return named === role || (named.startsWith(`AWSReservedSSO_${role}_`) && /_[0-9a-f]{16}$/.test(named))
}

const orNothing = (account: string | null, role: string | null): Expectation | null =>
  account === null && role === null ? null : { account, role }
