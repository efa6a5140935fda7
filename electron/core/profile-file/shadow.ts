import { byteText, type ByteText } from './bytes.ts'
import { lastValue, openProfile } from './sections.ts'

/**
 * The key in the profile's config section because of which the AWS CLI does not use the keys that we write
 * (botocore was run to see it). `null`: nothing stands in their way.
 */
export function shadowingKey(config: ByteText | null, profile: string): string | null {
  const name = byteText(profile)
  if (config === null || name === null) return null
  const { sections } = openProfile(config, 'config', name)
  const has = (key: string): boolean => (lastValue(sections, key) ?? '') !== ''
  const assumes =
    has('role_arn') && (has('source_profile') || has('credential_source') || has('web_identity_token_file'))
  if (assumes) return 'role_arn'
  return ['sso_session', 'sso_start_url', 'sso_account_id'].find(has) ?? null
}
