import type { ConsolePlace } from '#core/actions/console-place'
import { type Problem, ProblemError } from '#core/base/problem'
import { Secret } from '#core/base/secret'
import type { SessionCredentials } from '#core/credentials/credentials'
import { type Duration, seconds } from '#core/base/time'
import type { Contacts } from '#engine/contacts'
import { credentialDocument } from '../serving/credential-document.ts'
import type { Environment } from '../this-machine.ts'

export interface SignInOrder {
  readonly credentials: SessionCredentials
  readonly place: ConsolePlace
  /** How long the console stays open. `null`: as long as the keys are good, the only thing that chained roles may ask. */
  readonly lasts: Duration | null
}

export interface SignInParts {
  /** The platform's `fetch`; Electron's goes through the system's proxy. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly env: Environment
  readonly contacts: Contacts
  /** The proxy that the platform takes for this origin, as `host:port`. `null`: none. */
  readonly proxyOf: (origin: string) => Promise<string | null>
}

/**
 * Exchanges keys for a URL that signs in to the AWS console for 15 minutes. It is as good as the keys, so it is a
 * Secret. Throws a ProblemError; neither the keys nor the URL are ever in one.
 */
export async function consoleSignIn(order: SignInOrder, parts: SignInParts): Promise<Secret> {
  const { credentials, place } = order
  if (credentials.sessionToken === null) throw new ProblemError(longLived)
  const federation = parts.env['CREDTRAY_SIGN_IN_ENDPOINT'] || place.federation
  const asked = { Action: 'getSigninToken', ...lastsOf(order), Session: sessionOf(credentials) }
  const token = await askForToken(`${federation}?${String(new URLSearchParams(asked))}`, parts)
  const login = { Action: 'login', Issuer: 'credtray', Destination: place.destination, SigninToken: token }
  return new Secret(`${federation}?${String(new URLSearchParams(login))}`)
}

function lastsOf({ lasts }: SignInOrder): Readonly<Record<string, string>> {
  return lasts === null ? {} : { SessionDuration: String(Math.floor(lasts / seconds(1))) }
}

/** The names are the endpoint's own. */
function sessionOf(credentials: SessionCredentials): string {
  const { AccessKeyId, SecretAccessKey, SessionToken } = credentialDocument(credentials)
  return JSON.stringify({ sessionId: AccessKeyId, sessionKey: SecretAccessKey, sessionToken: SessionToken })
}

/** The endpoint answers in less than a second; a proxy that swallows the call does not answer at all. */
const PATIENCE_MS = 15_000

async function askForToken(url: string, parts: SignInParts): Promise<string> {
  const answer = await readAnswer(url, parts)
  if (answer === null) throw new ProblemError(unreachableEndpoint)
  if (answer.status !== 200) throw new ProblemError(refused(answer.status))
  const token = tokenOf(answer.text)
  if (token === null) throw new ProblemError(refused(answer.status))
  return token
}

/** `null`: nobody answered. What was thrown may name the URL, so it ends here. */
async function readAnswer(
  url: string,
  { fetch, contacts, proxyOf }: SignInParts,
): Promise<{ readonly status: number; readonly text: string } | null> {
  const init = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const
  try {
    const { host, origin } = new URL(url)
    const proxy = await proxyOf(origin).catch(() => null)
    return await contacts.during({ host, purpose: 'console', proxy }, async () => {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
      return { status: response.status, text: await response.text() }
    })
  } catch {
    return null
  }
}

function tokenOf(text: string): string | null {
  try {
    const raw: unknown = JSON.parse(text)
    const token: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'SigninToken') : null
    return typeof token === 'string' && token !== '' ? token : null
  } catch {
    // A proxy's page, most often.
    return null
  }
}

const longLived: Problem = {
  code: 'action/no-console',
  message: 'AWS signs nobody in to the console with long-lived keys, only with those of a role.',
  hint: 'Add an aws/assume-role with via.identity set to this one, and open the console as that role.',
}

const unreachableEndpoint: Problem = {
  code: 'action/sign-in-refused',
  message: 'The sign-in page of AWS could not be reached.',
  hint: 'Look at the network, the VPN and the proxy, then try again.',
}

const refused = (status: number): Problem => ({
  code: 'action/sign-in-refused',
  message: `The sign-in page of AWS did not take these keys (it answered ${status}).`,
  hint: 'Refresh the identity and try again. AWS takes keys of roles only, not those of users.',
})
