import { z } from 'zod'
import { minutes } from '../base/time.ts'
import { unitDuration } from './durations.ts'
import { OTHER_KINDS, PROCESS_KINDS, ROLE_KIND, USER_KIND } from './kinds.ts'

/**
 * The shape of the YAML, as far as Credtray reads it. Unknown keys are allowed everywhere, because Atmos has many more.
 * The words of each `error` end a sentence: `credentials.region of "staging" must be text; put it in quotes.`
 */
const text = z.string({ error: 'must be text; put it in quotes' })
const flag = z.boolean({ error: 'must be true or false' })
const map = { error: 'must be a map of keys and values' }
const UNIT = 'must name its unit, such as 55m, 1h30m or 2d'

/** Text in the file, a Duration here. The pattern is for editors; the parser has the last word. */
const time = z
  .string({ error: UNIT })
  .regex(/^[0-9.]+(?:ns|us|µs|μs|ms|s|m|h|d)/, { error: UNIT, abort: true })
  .transform((written, context) => {
    const read = unitDuration(written)
    if (read === null) context.addIssue({ code: 'custom', message: UNIT })
    return read ?? z.NEVER
  })

/** Long enough for a person in a browser; a helper that needs longer hangs. */
const commandTime = time.refine((limit) => limit <= minutes(10), { error: 'may be 10m at most' })
const anyDuration = z.union([z.string(), z.int()], { error: 'must be a duration such as 1h30m' })

const region = text
  .regex(/^[a-z]{2,}(?:-[a-z0-9]{1,12}){1,4}$/, { error: 'must be a region such as eu-west-1' })
  .describe('An AWS region, such as eu-west-1.')

const endpoint = text
  .regex(/^https?:\/\/[^\s/@]+(?:\/\S*)?$/, { error: 'must be an address that begins with http:// or https://' })
  .describe('Another address for STS, for emulators and private endpoints.')

const roleArn = text.regex(/^arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:role\/(?:[!-~]+\/)?[A-Za-z0-9_+=,.@-]{1,64}$/, {
  error: 'must look like arn:aws:iam::111111111111:role/Name',
})

const accountId = z
  .string({ error: "must be text: twelve digits in quotes, '111111111111'" })
  .regex(/^[0-9]{12}$/, { error: 'must be twelve digits in quotes' })
  .describe('The account that the keys should turn out to be of. Credtray warns when they are of another.')

const common = {
  tags: z.array(text, { error: 'must be a list of words' }).optional(),
  spec: z.looseObject({ endpoint_url: endpoint.optional() }, map).prefault({}),
}

export const processShape = z
  .looseObject({
    ...common,
    kind: z.enum(PROCESS_KINDS),
    credentials: z.looseObject(
      {
        credential_process: text.describe('The command. {{getenv "HOME"}} is filled in; there is no shell.'),
        region: region.optional(),
        account_id: accountId.optional(),
        timeout: commandTime.describe('How long the command may take, up to 10m.').optional(),
        shell: flag.describe('Run the command through the shell, for pipes and $VARIABLES.').optional(),
        interactive: flag.describe('true: it needs a person, so no timer starts it.').optional(),
      },
      map,
    ),
  })
  .describe('Runs a command and uses the keys that it prints.')

export const userShape = z
  .looseObject({
    ...common,
    kind: z.literal(USER_KIND),
    credentials: z
      .looseObject(
        {
          access_key_id: text.describe('Best as !env NAME.').optional(),
          secret_access_key: text.describe('Best as !env NAME.').optional(),
          mfa_arn: text.describe('The serial of the MFA device.').optional(),
          region: region.optional(),
          account_id: accountId.optional(),
        },
        map,
      )
      .prefault({}),
    session: z
      .looseObject({ duration: anyDuration.describe('12h by default; 36h at most, with MFA.').optional() }, map)
      .prefault({}),
  })
  .describe('Long-lived keys of an IAM user, exchanged for a session (GetSessionToken).')

export const roleShape = z
  .looseObject({
    ...common,
    kind: z.literal(ROLE_KIND),
    via: z.looseObject({ identity: text.describe('Whose session takes the role.') }, map),
    principal: z.looseObject(
      {
        assume_role: roleArn.describe('The role to take.').optional(),
        role_arn: roleArn.describe('The same as assume_role; Atmos does not know this spelling.').optional(),
        external_id: text
          .regex(/^[\w+=,.@:/-]{2,1224}$/, { error: 'must be 2 to 1224 letters, digits or any of _+=,.@:/-' })
          .optional(),
        session_name: text.describe('How the session is called in CloudTrail.').optional(),
        duration: anyDuration.describe('1h by default. Write it as 1h or 90m.').optional(),
        region: region.optional(),
      },
      map,
    ),
  })
  .describe('A role, taken with the session of another identity (AssumeRole).')

const otherShape = z
  .looseObject({ kind: z.enum([...OTHER_KINDS.keys()]) })
  .describe('A kind of Atmos that Credtray lists and does not serve.')

const keepOrRemove = z.enum(['keep', 'remove'], { error: 'must be keep or remove' }).prefault('keep')

export const settingsShape = z.looseObject(
  {
    profiles: z
      .record(z.string(), text, map)
      .describe('Identity → profile. By default the name of the identity.')
      .prefault({}),
    refresh: z
      .looseObject(
        {
          lead: time.describe('How long before the end a session is renewed; 1m at least.').prefault('15m'),
          mode: z.enum(['auto', 'manual'], { error: 'must be auto or manual' }).prefault('auto'),
        },
        map,
      )
      .prefault({}),
    process: z
      .looseObject(
        {
          timeout: commandTime.describe('How long a command may take, up to 10m.').prefault('60s'),
          shell: flag.describe('Run every command through the shell.').prefault(false),
        },
        map,
      )
      .prefault({}),
    import_aws_config: flag
      .describe('true: the profiles of ~/.aws/config with a command, a role or an MFA device are listed, too.')
      .prefault(false),
    notify: z
      .looseObject(
        {
          before: time.describe('How long before an end you are told.').prefault('10m'),
          quiet: flag.describe('true: no notifications.').prefault(false),
        },
        map,
      )
      .prefault({}),
    end: z
      .looseObject(
        {
          on_quit: keepOrRemove.describe('Whether quitting takes the keys out of the credentials file.'),
          on_lock: keepOrRemove.describe('The same when the screen is locked (macOS and Windows tell).'),
          idle: time.describe('The same after so long without a key or a mouse.').optional(),
        },
        map,
      )
      .prefault({}),
    files: z
      .looseObject(
        {
          preview: z
            .enum(['tell', 'ask'], { error: 'must be tell or ask' })
            .describe(
              'ask: the very first change of a file of yours waits until you have seen it. tell: you hear of it.',
            )
            .prefault('ask'),
        },
        map,
      )
      .prefault({}),
  },
  map,
)

const fileShape = z.looseObject({
  auth: z
    .looseObject({
      identities: z
        .record(z.string(), z.discriminatedUnion('kind', [processShape, userShape, roleShape, otherShape]))
        .optional(),
    })
    .describe('As in atmos.yaml.')
    .optional(),
  credtray: settingsShape.describe('Only Credtray reads this; Atmos ignores it.').optional(),
})

/** The JSON Schema that editors use for completion, made from the very shapes that the parser checks. */
export function jsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(fileShape, { io: 'input', target: 'draft-7' })
  return { ...schema, title: 'Credtray configuration' }
}
