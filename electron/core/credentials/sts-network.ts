import type { Problem } from '../base/problem.ts'
import type { StsCall, StsFailure } from './sts-failure.ts'

/** The problem of a network that did not let the question or the answer through, or `null` where STS itself spoke. */
export function networkProblem(failure: StsFailure, call: StsCall): Problem | null {
  if (CERTIFICATE.test(failure.code)) return certificate(call)
  if (UNKNOWN_HOST.includes(failure.code)) return unreachable(`No address was found for ${call.server}`, call)
  if (failure.code === 'ECONNREFUSED') return unreachable(`Nothing answers at ${call.server}`, call)
  if (TIMED_OUT.includes(failure.code)) return unreachable(`${call.server} did not answer in time`, call)
  if (isConnectionError(failure)) return unreachable(`The connection to ${call.server} broke`, call)
  if (isServerTrouble(failure)) return troubled(failure, call)
  return null
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|^ERR_(SSL|TLS)_|^EPROTO$/
const UNKNOWN_HOST = ['ENOTFOUND', 'EAI_AGAIN']
const TIMED_OUT = ['TimeoutError', 'ETIMEDOUT', 'RequestTimeout']

/** Node's own codes, such as ECONNRESET, EPIPE, EHOSTUNREACH, HPE_INVALID_CONSTANT. */
const isConnectionError = ({ code, status }: StsFailure): boolean =>
  status === null && /^(E[A-Z]+|HPE_[A-Z_]+)$/.test(code)

const isServerTrouble = ({ code, status }: StsFailure): boolean =>
  (status !== null && status >= 500) ||
  ['InternalFailure', 'ServiceUnavailable', 'IDPCommunicationError'].includes(code)

function unreachable(what: string, call: StsCall): Problem {
  return { code: 'sts/unreachable', message: `${what}.`, hint: wayOut(call) }
}

function wayOut({ behindProxy }: StsCall): string {
  return behindProxy
    ? 'A proxy is set (HTTPS_PROXY), and Credtray can not go through one yet. Connect directly, or to the VPN.'
    : 'Check the network and the VPN. Credtray tries again by itself.'
}

const certificate = ({ server }: StsCall): Problem => ({
  code: 'sts/unreachable',
  message: `The certificate of ${server} is not trusted.`,
  hint: 'If your company inspects HTTPS, set AWS_CA_BUNDLE in your shell to its certificate file and start Credtray anew.',
})

const troubled = ({ status }: StsFailure, { server }: StsCall): Problem => ({
  code: 'sts/unreachable',
  message: status === null ? `${server} is in trouble.` : `${server} is in trouble (HTTP ${status}).`,
  hint: 'This passes: Credtray tries again by itself, and keys that are still good stay in place.',
})
