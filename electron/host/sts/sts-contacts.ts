import type { STSClient } from '@aws-sdk/client-sts'
import type { Purpose } from '#core/contacts/contact'
import type { StsCall } from '#core/credentials/sts-failure'
import type { Contacts } from '#engine/contacts'

/** Notes each try as it leaves: below the SDK's retries, right before its connection. STS is asked straight, never by a proxy. */
export function noteTries(client: STSClient, action: StsCall['action'], contacts: Contacts): void {
  client.middlewareStack.add(
    (next) => (args) => {
      const question = { host: hostOf(args.request), purpose: PURPOSES[action], proxy: null }
      return contacts.during(question, () => next(args))
    },
    // `low` runs last of its step, below what reads the answer: a refusal is an answer, too.
    { step: 'deserialize', priority: 'low', name: 'credtrayContacts' },
  )
}

const PURPOSES: Readonly<Record<StsCall['action'], Purpose>> = {
  AssumeRole: 'assume-role',
  GetSessionToken: 'open-session',
  GetCallerIdentity: 'who-am-i',
}

/** The SDK leaves open what a request is. */
function hostOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return 'a host that the SDK does not name'
  const host = String(Reflect.get(request, 'hostname'))
  const port: unknown = Reflect.get(request, 'port')
  return typeof port === 'number' ? `${host}:${port}` : host
}
