import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Secret } from '#core/base/secret'
import { after, between, hours, instant, minutes, type Instant } from '#core/base/time'
import { createEngine } from '#engine/create-engine'
import type { Engine } from '#engine/engine'
import type { StateView } from '#core/snapshot/snapshot'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import type { StsCallSeen, StsDouble } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { BOB, BOBS_DEVICE, startBobsSts } from '../../support/aws/bobs-sts.ts'
import { identityName } from '../../support/states/builders.ts'
import { type FakeClock, fakeClock } from '../../support/world/fake-clock.ts'
import { config, fakeConfig, identity } from '../../support/world/fake-config.ts'
import { fakeHistory } from '../../support/world/fake-history.ts'
import { fakeKeyStore } from '../../support/world/fake-key-store.ts'
import { fakeSettings } from '../../support/world/fake-settings.ts'
import { fakeNetwork } from '../../support/world/fake-network.ts'
import { fakeMemory } from '../../support/world/memory-files.ts'
import { scriptedProcesses } from '../../support/world/scripted-process.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

/**
 * The whole way, with nothing left out but AWS: a user with an MFA device, three roles that hang on each other, the
 * engine, our STS client over HTTP, an STS that refuses what the real one refuses, and the credentials file.
 */

const HUB = 'arn:aws:iam::111111111111:role/Hub'
const SPOKE = 'arn:aws:iam::222222222222:role/teams/Spoke'
const ADMIN = 'arn:aws:iam::333333333333:role/Admin'
const LEAF = identityName('leaf')

let folder: string
let clock: FakeClock
let sts: StsDouble
let engine: Engine

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-'))
  clock = fakeClock(instant(Date.now()))
  // Twelve hours for the user, an hour a role. The spoke would allow more, were it not chained.
  sts = await startBobsSts({ now: () => clock.now(), longest: { [HUB]: hours(12), [SPOKE]: hours(12) } })
  engine = createEngine({
    clock,
    config: fakeConfig(config(...chain(sts.url))),
    processes: scriptedProcesses(),
    tokens: createTokenService({ env: {}, contacts: ownContacts() }),
    profiles: createProfileFiles({ credentialsFile: join(folder, 'credentials'), configFile: join(folder, 'config') }),
    memory: fakeMemory(),
    keys: fakeKeyStore(),
    settings: fakeSettings(),
    identityCheck: 'on',
    network: fakeNetwork(),
    history: fakeHistory(),
    helpersAtOnce: 8,
    random: () => 0.5,
  })
  await engine.start()
})
afterEach(async () => {
  await engine.stop()
  await sts.stop()
  await rm(folder, { recursive: true })
})

function chain(endpoint: string) {
  const region = 'eu-west-1'
  const { accessKeyId, secretAccessKey } = BOB
  const role = (name: string, arn: string, from: string, lasts = hours(2)) =>
    identity(
      name,
      {
        kind: 'assume-role',
        role: arn,
        from: identityName(from),
        sessionName: 'ui-bob',
        lasts,
        externalId: null,
        endpoint,
      },
      { region },
    )
  return [
    identity(
      'root',
      {
        kind: 'user',
        keys: { accessKeyId, secretAccessKey },
        mfaSerial: BOBS_DEVICE,
        lasts: hours(12),
        endpoint,
      },
      { region },
    ),
    role('hub', HUB, 'root', hours(4)),
    role('spoke', SPOKE, 'hub'),
    role('leaf', ADMIN, 'spoke'),
  ]
}

test(
  'a chain of three roles on an MFA user renews for two lifetimes and more with one code',
  { timeout: 60_000 },
  async () => {
    const begin = clock.now()
    await expect(engine.activate(LEAF)).rejects.toThrow(`root needs the code of ${BOBS_DEVICE}`)
    expect(granted()).toEqual([])
    await engine.refresh(LEAF, '123456')

    const lives = new Set<Instant | null>()
    const asked: StateView[] = []
    for (let passed = minutes(0); passed < hours(3); passed = minutes(passed / minutes(1) + 5)) {
      const state = await settledAt(after(begin, passed))
      lives.add('expiresAt' in state ? state.expiresAt : null)
      if (state.kind !== 'live') asked.push(state)
      expect(await whoSigns()).toBe('arn:aws:sts::333333333333:assumed-role/Admin/ui-bob')
    }

    expect(asked).toEqual([])
    expect(lives.size).toBeGreaterThanOrEqual(4)
    expect(granted().filter(({ action }) => action === 'GetSessionToken')).toHaveLength(1)
  },
)

test('each hop is signed by the session of the hop before, and the chained ones ask for an hour', async () => {
  await engine.activate(LEAF).catch(() => undefined)
  await engine.refresh(LEAF, '123456')
  const [code, hub, spoke, leaf] = granted()
  expect([code?.accessKeyId, code?.parameters['SerialNumber']]).toEqual([BOB.accessKeyId, BOBS_DEVICE])
  expect([hub, spoke, leaf].map((call) => [call?.parameters['RoleArn'], call?.parameters['DurationSeconds']])).toEqual([
    [HUB, '14400'],
    [SPOKE, '3600'],
    [ADMIN, '3600'],
  ])
  expect(new Set([code, hub, spoke, leaf].map((call) => call?.accessKeyId)).size).toBe(4)
  expect(engine.snapshot().identities.map(({ warnings }) => warnings)).toEqual([
    [],
    [],
    ['SHORTENED_TO_ONE_HOUR'],
    ['SHORTENED_TO_ONE_HOUR'],
  ])
})

/** The clock of the double leaps ahead of the real one, and what it refuses for that is not counted. */
const granted = (): readonly StsCallSeen[] => sts.granted.filter(({ action }) => action !== 'GetCallerIdentity')

/** Moves the clock, and waits for real until the leaf has come to rest. */
async function settledAt(when: Instant): Promise<StateView> {
  await clock.advance(between(clock.now(), when))
  return vi.waitFor(
    () => {
      const leaf = engine.snapshot().identities.find(({ name }) => name === LEAF)
      if (leaf === undefined || leaf.state.kind === 'refreshing') throw new Error('It is on its way.')
      return leaf.state
    },
    { timeout: 10_000, interval: 5 },
  )
}

/** Who an AWS tool would be that reads the file now. */
async function whoSigns(): Promise<string> {
  const text = await readFile(join(folder, 'credentials'), 'utf8')
  const value = (key: string): string => new RegExp(`^${key} = (.*)$`, 'm').exec(text)?.[1] ?? ''
  const credentials = {
    accessKeyId: value('aws_access_key_id'),
    secretAccessKey: new Secret(value('aws_secret_access_key')),
    sessionToken: new Secret(value('aws_session_token')),
    expiresAt: null,
    accountId: null,
  }
  const caller = { credentials, region: 'eu-west-1', endpoint: sts.url }
  return (
    await createTokenService({ env: {}, contacts: ownContacts() }).getCallerIdentity(
      caller,
      new AbortController().signal,
    )
  ).arn
}
