import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts'
import type { StsEndpoint } from './sts-endpoint.ts'

const CONNECT_MS = 5_000

/** What calls to one endpoint share: open connections, and how far its clock is from ours. */
export interface StsRoad {
  readonly endpoint: StsEndpoint
  readonly connections: STSClient['config']['requestHandler']
  /** Milliseconds that the server is ahead, as the SDK measured it. */
  readonly clockOffset: number
}

/**
 * A client that signs with these credentials. A client of the SDK has one set of credentials for life, so one is made
 * for each call; what is worth keeping (`keep`) goes back into the road.
 */
export function openClient(
  road: Omit<StsRoad, 'connections'> & Partial<StsRoad>,
  signing: {
    readonly credentials: NonNullable<STSClientConfig['credentials']>
    readonly tries: number
    /** In place of the usual authorities; `null`: those. */
    readonly authorities?: readonly string[] | null
  },
): STSClient {
  const { authorities = null } = signing
  const trust = authorities === null ? {} : { httpsAgent: { ca: [...authorities] } }
  return withoutVersionWarning(
    () =>
      new STSClient({
        ...readsNothing,
        region: road.endpoint.region,
        ...(road.endpoint.url === null ? {} : { endpoint: road.endpoint.url }),
        requestHandler: road.connections ?? { connectionTimeout: CONNECT_MS, ...trust },
        systemClockOffset: road.clockOffset,
        credentials: signing.credentials,
        maxAttempts: signing.tries,
        customUserAgent: 'credtray',
      }),
  )
}

/** What the call taught about the road. */
export function keep(client: STSClient, endpoint: StsEndpoint): StsRoad {
  return { endpoint, connections: client.config.requestHandler, clockOffset: client.config.systemClockOffset }
}

/** Each of these would otherwise be looked up in the person's environment and ~/.aws/config. */
const readsNothing = {
  ignoreConfiguredEndpointUrls: true,
  defaultsMode: 'standard',
  retryMode: 'standard',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  authSchemePreference: [],
  sigv4aSigningRegionSet: [],
  userAgentAppId: async () => undefined,
} satisfies STSClientConfig

/**
 * The SDK warns on stderr about Node 20, which Electron 33 embeds; the person can do nothing about it. The variable
 * is set for the moment of the check only, so that no helper inherits it.
 */
function withoutVersionWarning<T>(make: () => T): T {
  const before = process.env[NO_WARNING]
  process.env[NO_WARNING] = 'true'
  try {
    return make()
  } finally {
    if (before === undefined) delete process.env[NO_WARNING]
    else process.env[NO_WARNING] = before
  }
}

const NO_WARNING = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'
