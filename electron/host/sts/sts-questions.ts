import {
  AssumeRoleCommand,
  type Credentials,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  type STSClient,
} from '@aws-sdk/client-sts'
import { seconds, type Duration } from '#core/base/time'
import type { StsAnswer } from '#core/credentials/sts-answer'
import type { TokenService } from '#engine/ports'
import type { StsQuestion } from './sts-ask.ts'

type RoleOrder = Parameters<TokenService['assumeRole']>[0]
type UserOrder = Parameters<TokenService['getSessionToken']>[0]

export function roleQuestion({ role, sessionName, externalId, lasts }: RoleOrder): StsQuestion<StsAnswer> {
  const input = {
    RoleArn: role,
    RoleSessionName: sessionName,
    ...(externalId === null ? {} : { ExternalId: externalId }),
    ...(lasts === null ? {} : { DurationSeconds: wholeSeconds(lasts) }),
  }
  const send = async (client: STSClient, abortSignal: AbortSignal): Promise<StsAnswer> => {
    const { Credentials, AssumedRoleUser } = await client.send(new AssumeRoleCommand(input), { abortSignal })
    return plain(Credentials, AssumedRoleUser?.Arn)
  }
  return { action: 'AssumeRole', arn: role, holdsCode: false, send }
}

export function userQuestion({ lasts, mfa }: UserOrder): StsQuestion<StsAnswer> {
  const input = {
    DurationSeconds: wholeSeconds(lasts),
    ...(mfa === null ? {} : { SerialNumber: mfa.serial, TokenCode: mfa.code }),
  }
  const send = async (client: STSClient, abortSignal: AbortSignal): Promise<StsAnswer> =>
    plain((await client.send(new GetSessionTokenCommand(input), { abortSignal })).Credentials, undefined)
  return { action: 'GetSessionToken', arn: mfa?.serial ?? null, holdsCode: mfa !== null, send }
}

export const callerQuestion: StsQuestion<unknown> = {
  action: 'GetCallerIdentity',
  arn: null,
  holdsCode: false,
  send: async (client, abortSignal) => (await client.send(new GetCallerIdentityCommand({}), { abortSignal })).Arn,
}

const wholeSeconds = (lasts: Duration): number => Math.floor(lasts / seconds(1))

const plain = (credentials: Credentials | undefined, arn: string | undefined): StsAnswer => ({
  accessKeyId: credentials?.AccessKeyId,
  secretAccessKey: credentials?.SecretAccessKey,
  sessionToken: credentials?.SessionToken,
  expiresAt: credentials?.Expiration?.getTime(),
  arn,
})
