import { unreachable } from '#core/base/result'
import type { Alone } from '#core/refresh/alone-until'

/** Why nothing goes on by itself, as the rest of a sentence: "because corp-base needs an MFA code". */
export function stopWords({ hop, stop }: NonNullable<Alone['because']>): string {
  switch (stop) {
    case 'paused':
      return 'refreshing is paused'
    case 'manual':
      return 'the configuration says to renew it by hand only'
    case 'code':
      return `${hop} asks for an MFA code`
    case 'keys':
      return `${hop} asks for its access key`
    case 'sign-in':
      return `${hop} asks you to sign in`
    case 'answer':
      return `${hop} waits for your answer`
    case 'trust':
      return `${hop} waits for your approval`
    case 'failing':
      return `the last renewal of ${hop} failed`
    case 'ended':
      return `the keys of ${hop} have ended`
    case 'inactive':
      return `${hop} is not active`
    case 'not-handled':
      return `${hop} is not handled by Credtray`
    default:
      return unreachable(stop)
  }
}
