import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { Secret } from '../base/secret.ts'
import type { LongLivedKeys } from './credentials.ts'

/** Keys as a person typed or pasted them, checked for what AWS would only refuse later. Fails with `user/bad-keys`. */
export function enteredKeys(typed: {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}): Result<LongLivedKeys> {
  const secretAccessKey = new Secret(typed.secretAccessKey.trim())
  const accessKeyId = typed.accessKeyId.trim()
  if (accessKeyId.startsWith('ASIA')) return fail(temporary)
  if (!/^[A-Z0-9]{16,128}$/.test(accessKeyId)) return fail(notAKeyId)
  if (!/^[!-~]{16,128}$/.test(typed.secretAccessKey.trim())) return fail(notASecret)
  return ok({ accessKeyId, secretAccessKey })
}

const temporary: Problem = {
  code: 'user/bad-keys',
  message: 'This is the id of temporary keys (it begins with ASIA), which end by themselves.',
  hint: 'Enter the long-lived access key of the IAM user. Its id begins with AKIA.',
}

const notAKeyId: Problem = {
  code: 'user/bad-keys',
  message: 'This is not an access key id: one has 16 or more capital letters and digits.',
  hint: 'Copy the access key id from the IAM console (Users, Security credentials). It begins with AKIA.',
}

const notASecret: Problem = {
  code: 'user/bad-keys',
  message: 'This is not a secret access key: one has 40 characters and no white space.',
  hint: 'Copy the secret again. If it is lost, make a new access key in the IAM console; AWS shows a secret once.',
}
