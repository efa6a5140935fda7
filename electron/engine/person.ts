import { ProblemError } from '#core/base/problem'
import { unreachable } from '#core/base/result'
import type { IdentityName } from '#core/identity/identity'
import type { Ask } from '#core/session/status'

/** A person in front of the screen who asked for this, and the code that they typed. `null`: a timer asked. */
export type Person = { readonly mfaCode: string | null } | null

/** Thrown where only a person can go on. */
export class PersonNeeded extends ProblemError {
  readonly ask: Ask

  constructor(ask: Ask, name: IdentityName) {
    super({ code: 'session/needs-person', message: `${name} needs ${wanted(ask)}.`, hint: HINT })
    this.ask = ask
  }
}

const HINT = 'Open Credtray, pick the identity and answer what it asks.'

function wanted(ask: Ask): string {
  switch (ask.kind) {
    case 'mfa-code':
      return `the code of ${ask.serial}`
    case 'keys':
      return 'its access key'
    case 'sign-in':
      return 'you to sign in'
    case 'first-write':
      return `you to see what will change in ${ask.file}`
    case 'look':
      return 'a look at what goes wrong'
    default:
      return unreachable(ask)
  }
}
