import type { CredentialWarning } from '../credentials/credentials.ts'
import type { FileNote } from '../profile-file/notes.ts'

/** Why something is worth a word, and the way out. */
export interface Advice {
  readonly why: string
  readonly wayOut: string
}

/** Behind "Why?" beside a warning. Each a sentence for somebody who meets it for the first time. */
export const WARNING_ADVICE: Readonly<Record<CredentialWarning | FileNote['code'], Advice>> = {
  NO_EXPIRATION: {
    why: 'A renewal is timed by the end of the keys. Without one nobody knows when fresh keys are due.',
    wayOut: 'Let the command print Expiration, or use Refresh now when a tool says that the token has expired.',
  },
  SHORT_LIFETIME: {
    why: 'AWS SDKs ask for new keys up to 15 minutes before the end, so such keys are never quite fresh for them.',
    wayOut:
      'Let the command ask for a longer session. Credtray renews these in time, in the second half of their life.',
  },
  TEMPORARY_KEY_WITHOUT_TOKEN: {
    why: 'A key id that begins with ASIA is temporary, and AWS takes it only together with its session token.',
    wayOut: 'Let the command print SessionToken as well. Until then AWS answers InvalidClientTokenId.',
  },
  NONSTANDARD_KEY_CASE: {
    why: 'Credtray reads the field in any spelling; the AWS CLI and the SDKs look for it exactly as AWS writes it.',
    wayOut: 'Spell it AccessKeyId, SecretAccessKey, SessionToken, Expiration if the command is used elsewhere too.',
  },
  BOM: {
    why: 'Some editors and PowerShell put three invisible bytes in front of a text, and AWS tools take them for a part of it.',
    wayOut: 'Save it as UTF-8 without a byte order mark.',
  },
  INVALID_ACCOUNT_ID: {
    why: 'Tools that read the account number expect twelve digits and stop at anything else.',
    wayOut: 'Let the command print the account number as text, with its leading zeros, or leave the field out.',
  },
  SHORTENED_TO_ONE_HOUR: {
    why: 'AWS refuses more than an hour for a role that is assumed with the keys of another role, and a role’s own limit may be lower than what is asked for.',
    wayOut: 'Assume it from a user or a helper directly, or raise the maximum session duration of the role in IAM.',
  },
  ACCOUNT_MISMATCH: {
    why: 'AWS names another account or role than the configuration. Commands would work, and in the wrong place.',
    wayOut: 'Check what the command signs in to, or mend the expected account in the configuration.',
  },
  NOT_UTF8: {
    why: 'The AWS CLI reads the file as UTF-8 and stops at the first byte that is none, often in a comment.',
    wayOut: 'Save the file as UTF-8. Credtray changes no byte outside of its own section.',
  },
  DUPLICATE_SECTION: {
    why: 'Readers disagree which of two equal sections counts, and the AWS CLI stops altogether.',
    wayOut: 'Keep one of them. “Your AWS files” shows where each stands.',
  },
  DUPLICATE_KEY: {
    why: 'Readers disagree which of two equal keys counts, and the AWS CLI stops altogether.',
    wayOut: 'Delete the one that you do not mean.',
  },
  MALFORMED_LINE: {
    why: 'The AWS CLI stops at the first line that it cannot read, so no profile of the file works there.',
    wayOut: 'Complete the line, delete it, or put a # in front of it.',
  },
  DEFAULT_SECTION: {
    why: 'In capitals this is not a profile: the AWS CLI takes its keys as the beginning of every other profile.',
    wayOut: 'Write [default] in small letters for the profile that is used when none is named.',
  },
  HEADER_NOT_PORTABLE: {
    why: 'The AWS CLI forgives other spacing in a header; other SDKs do not see the profile then.',
    wayOut: 'Write one space between “profile” and the name, and none inside the brackets.',
  },
  PROFILE_NAME_NOT_PORTABLE: {
    why: 'Readers of the file differ in which characters may stand in a name.',
    wayOut: 'Choose a plain name for the profile, here or in the file.',
  },
  READABLE_BY_OTHERS: {
    why: 'Whoever can read the file can use the keys in it until they end.',
    wayOut: 'Take the rights of group and others away. Credtray keeps the rights that it finds.',
  },
  REGION_NOT_WRITTEN: {
    why: 'The config file could not be changed, for another program keeps it or it is read-only. The keys are not affected.',
    wayOut: 'Add the region there yourself, or set AWS_REGION.',
  },
  MIRROR_NOT_WRITTEN: {
    why: 'The second file is out of reach (its WSL is off?), or it has a section of the same name that is not ours.',
    wayOut: 'Look at the file, or take it out of the settings. Every tool that reads the first one has the keys.',
  },
  SHADOWED: {
    why: 'AWS tools look at both files, and what the config file says about a profile may come before the keys.',
    wayOut: 'Rename the profile above, or take that line out of the config file.',
  },
}
