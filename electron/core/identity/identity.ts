import type { Brand } from '../base/brand.ts'
import type { Place, Problem } from '../base/problem.ts'
import type { Secret } from '../base/secret.ts'
import type { Duration } from '../base/time.ts'

/** An entry of `auth.identities`, spelled as the person spelled it. */
export type IdentityName = Brand<string, 'IdentityName'>

/** A named section of the shared credentials file. */
export type ProfileName = Brand<string, 'ProfileName'>

/** One identity after parsing: every default filled in, every reference resolved. */
export interface Identity {
  readonly name: IdentityName
  readonly profile: ProfileName
  /** The kind as the YAML spells it, for people. What we do is `source`. */
  readonly kind: string
  /** Where STS is asked: its own region, else the nearest one up the chain. */
  readonly region: string | null
  /** Only what this identity itself names: goes to its profile in the config file. */
  readonly profileRegion: string | null
  /** What the configuration says it should turn out to be. Missing: it says nothing. */
  readonly expects?: Expectation
  readonly source: CredentialSource
  readonly refresh: RefreshPolicy
  readonly tags: readonly string[]
  readonly where: Place
  /** Missing: the YAML. Else where it was found without being written for us. */
  readonly origin?: 'aws-config'
  /** Where each of its values stands; an identity may be written in several files. */
  readonly provenance?: readonly FieldPlace[]
}

/** `credentials.region`, and where it is written. */
export interface FieldPlace {
  readonly field: string
  readonly where: Place
}

/** To be compared with GetCallerIdentity. `null`: anything will do. */
export interface Expectation {
  /** Twelve digits. */
  readonly account: string | null
  /** The role's name, without its path. */
  readonly role: string | null
}

/** A command with `{{getenv "HOME"}}` and its like, and the names of those variables. */
export interface CommandTemplate {
  readonly text: string
  readonly variables: readonly string[]
}

export type CredentialSource =
  /** Runs a command and uses what it prints, as it is (`aws/credentials` and its other spellings). */
  | {
      readonly kind: 'process'
      readonly command: string
      /** How the file writes it, and what was filled in. Missing: as it is. */
      readonly template?: CommandTemplate
      /** True: through the platform's shell. False: split as the AWS CLI splits it, no shell. */
      readonly shell: boolean
      readonly timeout: Duration
      /** True: needs a person, so no timer ever starts it. */
      readonly interactive: boolean
    }
  /** STS GetSessionToken with long-lived keys (`aws/user`). */
  | {
      readonly kind: 'user'
      /** `null`: the YAML names none. */
      readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: Secret } | null
      readonly mfaSerial: string | null
      readonly lasts: Duration
      readonly endpoint: string | null
    }
  /** STS AssumeRole with the parent's session (`aws/assume-role`). */
  | {
      readonly kind: 'assume-role'
      readonly role: string
      readonly from: IdentityName
      readonly sessionName: string
      /** `null`: STS decides (one hour). */
      readonly lasts: Duration | null
      readonly externalId: string | null
      readonly endpoint: string | null
    }
  /** Listed, but Credtray cannot serve it: a kind of Atmos's that is not ours, or an entry with a problem. */
  | {
      readonly kind: 'unusable'
      readonly because: Problem
      /** In a few words what it would be if the person approved: "command aws-sso". Missing: it waits for nobody. */
      readonly label?: string
    }

export interface RefreshPolicy {
  /** `manual`: only when a person asks. */
  readonly mode: 'auto' | 'manual'
  /** How long before `expiresAt` the renewal is made. */
  readonly lead: Duration
}
