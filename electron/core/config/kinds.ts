/** The kinds that Credtray serves, by every spelling that is in use. */
export const PROCESS_KINDS = ['aws/credentials', 'aws/credential-process', 'aws/process'] as const
export const USER_KIND = 'aws/user'
export const ROLE_KIND = 'aws/assume-role'

/** Atmos's other kinds (pkg/schema/schema_auth.go): listed, never an error, and in a few words why they stay grey. */
export const OTHER_KINDS: ReadonlyMap<string, string> = new Map([
  ['aws/permission-set', 'it needs a sign-in to IAM Identity Center'],
  ['aws/assume-root', 'its sessions are for one root task, not for a profile'],
  ['aws/ambient', 'it takes whatever keys surround a program, so there is nothing to keep fresh'],
  ['ambient', 'it has no credentials of its own'],
  ['atmos/pro', 'it belongs to Atmos Pro'],
  ['azure/subscription', 'it is for Azure'],
  ['azure/pim-role', 'it is for Azure'],
  ['gcp/service-account', 'it is for Google Cloud'],
  ['gcp/project', 'it is for Google Cloud'],
  ['aws/emulator', 'it belongs to an emulator that Atmos starts'],
  ['gcp/emulator', 'it belongs to an emulator that Atmos starts'],
  ['azure/emulator', 'it belongs to an emulator that Atmos starts'],
  ['kubernetes/emulator', 'it belongs to an emulator that Atmos starts'],
  ['mock', 'it is for tests of Atmos'],
  ['mock/aws', 'it is for tests of Atmos'],
])

export type Served = 'process' | 'user' | 'assume-role'

/** What Credtray does for a kind; it does nothing for those that are not here. */
export const SERVED_KINDS: ReadonlyMap<string, Served> = new Map<string, Served>([
  ...PROCESS_KINDS.map((kind) => [kind, 'process'] as const),
  [USER_KIND, 'user'],
  [ROLE_KIND, 'assume-role'],
])
