import { createHash, createHmac } from 'node:crypto'

/** A request as it arrived, with header names in lower case. */
export interface SignedRequest {
  readonly method: string
  /** Path and query, as on the wire. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** What stands in an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface Authorization {
  readonly accessKeyId: string
  /** `20261122/us-east-1/sts/aws4_request`. */
  readonly scope: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

/** `null`: the request is not signed, or not with Signature Version 4. */
export function readAuthorization(header: string | undefined): Authorization | null {
  const [, accessKeyId, scope, signedHeaders, signature] = AUTHORIZATION.exec(header ?? '') ?? []
  if (!accessKeyId || !scope || !signedHeaders || !signature) return null
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature }
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/

/**
 * Whether the signature was made with this secret over exactly this request
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function isSignedWith(secret: string, request: SignedRequest, authorization: Authorization): boolean {
  const toSign = ['AWS4-HMAC-SHA256', signedAt(request), authorization.scope, sha256(canonical(request, authorization))]
  const key = authorization.scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(key, toSign.join('\n')).toString('hex') === authorization.signature
}

/** `20261122T210511Z`, or nothing. */
export function signedAt({ headers }: SignedRequest): string {
  return oneLine(headers['x-amz-date'])
}

function canonical(request: SignedRequest, { signedHeaders }: Authorization): string {
  const [path = '/', query = ''] = request.target.split('?', 2)
  const headers = signedHeaders.map((name) => `${name}:${oneLine(request.headers[name])}\n`).join('')
  const sortedQuery = query.split('&').toSorted().join('&')
  return [request.method, path, sortedQuery, headers, signedHeaders.join(';'), sha256(request.body)].join('\n')
}

const oneLine = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
