import { ProblemError } from '#core/base/problem'
import { stsRegion } from '#core/identity/partition'
import type { Environment } from '../this-machine.ts'

/** Which STS is asked. */
export interface StsEndpoint {
  /** The region that is signed for. */
  readonly region: string
  /** `null`: the regional endpoint, by the SDK's own rules. */
  readonly url: string | null
}

/**
 * The identity's own endpoint, then AWS_ENDPOINT_URL_STS, then AWS_ENDPOINT_URL, then the regional one,
 * as the AWS SDKs choose. `arn` is the role or MFA device; it can move the call to its own partition.
 * Throws a ProblemError where the endpoint is no http or https URL.
 */
export function stsEndpoint(
  caller: { readonly region: string | null; readonly endpoint: string | null },
  arn: string | null,
  env: Environment,
): StsEndpoint {
  const url = caller.endpoint || configuredUrl(env)
  if (url !== null && !/^https?:\/\//i.test(url)) throw new ProblemError(notAUrl)
  if (url !== null && !URL.canParse(url)) throw new ProblemError(notAUrl)
  return { region: stsRegion(caller.region || null, arn), url }
}

/** Who is asked, in words. */
export function serverName({ region, url }: StsEndpoint): string {
  return url === null ? `AWS STS in ${region}` : new URL(url).host
}

/** Whether the person's other tools would go through a proxy here. The SDK for JavaScript has no such setting. */
export function isBehindProxy({ url }: StsEndpoint, env: Environment): boolean {
  const toHttps = url === null || url.toLowerCase().startsWith('https:')
  return toHttps && Boolean(env['HTTPS_PROXY'] || env['https_proxy'])
}

/** An empty variable counts as not set, and AWS_IGNORE_CONFIGURED_ENDPOINT_URLS silences both, as in AWS's own tools. */
function configuredUrl(env: Environment): string | null {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return null
  return env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'] || null
}

const notAUrl = {
  code: 'sts/refused',
  message: 'The STS endpoint is not an http or https URL.',
  hint: 'Correct spec.endpoint_url of the identity, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL.',
} as const
