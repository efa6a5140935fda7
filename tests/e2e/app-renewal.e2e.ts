import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { seconds } from '#core/base/time'
import { demoSts } from '#host/demo/demo'
import { startStsDouble, type StsDouble } from '#host/demo/sts-double'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { readIni } from '../support/files/plain-ini-reader.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const HELPER_SECONDS = 10
const ROLE_SECONDS = 9
/** Of each there are more than two whole lives in it. */
const WATCHED_MS = 23_000
const LOOK_EACH_MS = 100

/** What the person had in their file, oddities included. */
const BEFORE = `# my keys, do not share\r
[default]\r
aws_access_key_id=AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY   \r

; the old account
[ old ]
  role_arn = arn:aws:iam::111111111111:role/Old
s3 =
    max_concurrent_requests = 20
`
const AFTER = `
# no line end at the very end
[last]
region=eu-central-1`

let person: Person
let sts: StsDouble

test.beforeEach(async () => {
  person = await arrive()
  sts = await startStsDouble({ ...demoSts, lifetime: seconds(ROLE_SECONDS) })
})

test.afterEach(async () => {
  await person.leave()
  await sts.stop()
})

test('two profiles stay fresh over more than two lives with nobody touching them', async () => {
  const base = person.helper('base', keysFor(HELPER_SECONDS))
  person.configure({
    identities: {
      base: byCommand(base.command),
      role: {
        kind: 'aws/assume-role',
        via: { identity: 'base' },
        principal: { role_arn: 'arn:aws:iam::222222222222:role/Admin', region: 'eu-west-1' },
        spec: { endpoint_url: sts.url },
      },
    },
    settings: { files: { preview: 'tell' } },
  })
  person.write(BEFORE + AFTER)
  await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('base')
  await tray.clickIdentity('role')
  await expect.poll(() => [person.profile('base'), person.profile('role')].every(isOurs)).toBe(true)

  const seen = await watch(WATCHED_MS)

  expect(seen.troubles).toEqual([])
  const keys = (profile: string) => seen.keys.get(profile)?.size
  expect(keys('base')).toBeGreaterThanOrEqual(3)
  expect(keys('role')).toBeGreaterThanOrEqual(3)
  // Renewed when it was due and not all the time: each set of keys came from one run.
  expect(base.runs()).toBe(keys('base'))
  // That the file was changed for the first time, and nothing since.
  expect(person.desktop.notifications.calls.map(({ summary }) => summary)).toEqual(['Credtray wrote to your AWS file'])
})

interface Seen {
  /** Each look at which something was not as it should be. */
  readonly troubles: readonly string[]
  /** Which key ids a profile had, one after the other. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>
}

/** Looks at the file as any tool would, again and again. */
async function watch(forMs: number): Promise<Seen> {
  const troubles: string[] = []
  const keys = new Map([
    ['base', new Set<string>()],
    ['role', new Set<string>()],
  ])
  const endsAt = Date.now() + forMs
  await expect
    .poll(
      () => {
        const text = readFileSync(person.credentialsFile, 'utf8')
        troubles.push(...troublesOf(text, [...keys.keys()]))
        for (const [profile, ids] of keys) ids.add(readIni(text)[profile]?.['aws_access_key_id'] ?? 'none')
        return Date.now()
      },
      { intervals: [LOOK_EACH_MS], timeout: forMs + 5_000 },
    )
    .toBeGreaterThan(endsAt)
  return { troubles, keys }
}

function troublesOf(text: string, profiles: readonly string[]): readonly string[] {
  const now = new Date().toISOString()
  const dead = profiles.filter((profile) => (readIni(text)[profile]?.['x_security_token_expires'] ?? '') <= now)
  return [
    ...dead.map((profile) => `${now}: ${profile} holds no good keys`),
    ...(withoutOurs(text) === BEFORE + AFTER ? [] : [`${now}: the person's own lines are ${withoutOurs(text)}`]),
  ]
}

/** The file without the sections that are marked as ours, and without the empty line before each. */
const withoutOurs = (text: string): string =>
  text.replace(/(?:\r?\n)*\[(?:base|role)\]\r?\n(?:[a-z_]+ = .*\r?\n)*?manager = credtray\r?\n?/g, '')

const isOurs = (section: Readonly<Record<string, string>> | null): boolean => section?.['manager'] === 'credtray'
