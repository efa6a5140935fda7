import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hours } from '#core/base/time'
import type { Identity } from '#core/identity/identity'
import { createEngine } from '#engine/create-engine'
import type { Engine } from '#engine/engine'
import { systemClock } from '#host/clock'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { createTokenService } from '#host/sts/sts'
import { hasAwsCli } from '../../support/aws/aws-readers.ts'
import { BOB, BOBS_DEVICE } from '../../support/aws/bobs-sts.ts'
import { identityName } from '../../support/states/builders.ts'
import { config, fakeConfig, identity } from '../../support/world/fake-config.ts'
import { fakeHistory } from '../../support/world/fake-history.ts'
import { fakeKeyStore } from '../../support/world/fake-key-store.ts'
import { fakeSettings } from '../../support/world/fake-settings.ts'
import { fakeNetwork } from '../../support/world/fake-network.ts'
import { hasMoto, startMoto } from '../../support/aws/moto-server.ts'
import { fakeMemory } from '../../support/world/memory-files.ts'
import { scriptedProcesses } from '../../support/world/scripted-process.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

/**
 * A second opinion: our calls against an STS that we did not write, and who each written profile is, told by the AWS
 * CLI. Both are optional, so the test says aloud when it can not run.
 */
test('each profile that the engine writes is the identity that it claims', { timeout: 120_000 }, async ({ skip }) => {
  const missing = [...(hasMoto ? [] : ['moto_server']), ...(hasAwsCli ? [] : ['aws'])]
  if (missing.length > 0) {
    // The reporter counts skipped tests, but keeps their reasons to itself.
    console.warn(`Skipped: the chain against moto. Not on PATH: ${missing.join(', ')}.`)
    skip('not on PATH')
  }
  const home = await mkdtemp(join(tmpdir(), 'credtray-'))
  await using moto = await startMoto()
  const endpoint = moto.url
  const engine = engineIn(home, endpoint)
  try {
    await engine.start()
    const names = ['root', 'hub', 'spoke', 'leaf'].map(identityName)
    await engine.refresh(identityName('leaf'), '123456')
    for (const name of names) await engine.activate(name)

    const told = await Promise.all(names.map((name) => callerIdentity(name, { endpoint, home })))
    expect(told).toMatchObject([
      // Whatever the keys of GetSessionToken are, moto calls them this.
      { Account: '123456789012' },
      { Account: '111111111111', Arn: 'arn:aws:sts::111111111111:assumed-role/Hub/ui-bob' },
      { Account: '222222222222', Arn: 'arn:aws:sts::222222222222:assumed-role/Spoke/ui-bob' },
      { Account: '333333333333', Arn: 'arn:aws:sts::333333333333:assumed-role/Leaf/ui-bob' },
    ])
    const shown = engine.snapshot().identities.map(({ arn }) => arn)
    expect(shown.slice(1)).toEqual(told.slice(1).map(({ Arn }) => Arn))
  } finally {
    await engine.stop()
    await rm(home, { recursive: true })
  }
})

function engineIn(home: string, endpoint: string): Engine {
  return createEngine({
    clock: systemClock,
    config: fakeConfig(config(root(endpoint), ...roles(endpoint))),
    processes: scriptedProcesses(),
    tokens: createTokenService({ env: {}, contacts: ownContacts() }),
    profiles: createProfileFiles({ credentialsFile: join(home, 'credentials'), configFile: join(home, 'config') }),
    memory: fakeMemory(),
    keys: fakeKeyStore(),
    settings: fakeSettings(),
    identityCheck: 'on',
    network: fakeNetwork(),
    history: fakeHistory(),
    helpersAtOnce: 8,
    random: Math.random,
  })
}

function root(endpoint: string): Identity {
  const { accessKeyId, secretAccessKey } = BOB
  return identity('root', {
    kind: 'user',
    keys: { accessKeyId, secretAccessKey },
    mfaSerial: BOBS_DEVICE,
    lasts: hours(12),
    endpoint,
  })
}

const roles = (endpoint: string): readonly Identity[] =>
  [
    ['hub', '111111111111', 'root'],
    ['spoke', '222222222222', 'hub'],
    ['leaf', '333333333333', 'spoke'],
  ].map(([name = '', account = '', from = '']) =>
    identity(name, {
      kind: 'assume-role',
      role: `arn:aws:iam::${account}:role/${name.replace(/^./, (first) => first.toUpperCase())}`,
      from: identityName(from),
      sessionName: 'ui-bob',
      lasts: null,
      externalId: null,
      endpoint,
    }),
  )

/** Who a tool is that reads this profile from the files that were written. */
async function callerIdentity(
  profile: string,
  { endpoint, home }: { readonly endpoint: string; readonly home: string },
): Promise<{ readonly Account: string; readonly Arn: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_CONFIG_FILE: join(home, 'config'),
  }
  const words = ['sts', 'get-caller-identity', '--profile', profile, '--output', 'json', '--endpoint-url', endpoint]
  const { stdout } = await promisify(execFile)('aws', words, { env })
  return JSON.parse(stdout)
}
