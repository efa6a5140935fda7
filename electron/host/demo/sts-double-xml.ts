import { randomUUID } from 'node:crypto'
import { instant, iso } from '#core/base/time'
import type { KnownKeys } from './sts-double-rules.ts'

export function errorXml(code: string, message: string): string {
  const error = `<Error><Type>Sender</Type><Code>${text(code)}</Code><Message>${text(message)}</Message></Error>`
  return `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`
}

export function callerIdentityXml({ arn, accessKeyId }: KnownKeys): string {
  const account = arn.split(':')[4] ?? ''
  return response(
    'GetCallerIdentity',
    `<Arn>${text(arn)}</Arn><UserId>${text(accessKeyId)}</UserId><Account>${text(account)}</Account>`,
  )
}

export function grantXml(action: 'AssumeRole' | 'GetSessionToken', keys: KnownKeys): string {
  const credentials = [
    `<AccessKeyId>${text(keys.accessKeyId)}</AccessKeyId>`,
    `<SecretAccessKey>${text(keys.secretAccessKey)}</SecretAccessKey>`,
    `<SessionToken>${text(keys.sessionToken ?? '')}</SessionToken>`,
    `<Expiration>${iso(instant(keys.expiresAt ?? 0))}</Expiration>`,
  ].join('')
  return response(action, `<Credentials>${credentials}</Credentials>${action === 'AssumeRole' ? role(keys) : ''}`)
}

function role({ arn }: KnownKeys): string {
  const session = arn.split('/').at(-1) ?? ''
  const id = `<AssumedRoleId>AROAEXAMPLEROLEID:${text(session)}</AssumedRoleId>`
  return `<AssumedRoleUser><Arn>${text(arn)}</Arn>${id}</AssumedRoleUser>`
}

function response(action: string, result: string): string {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`
  return `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`
}

const text = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'
