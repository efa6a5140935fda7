import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Secret } from '#core/base/secret'
import type { Identity } from '#core/identity/identity'
import { consoleSignIn } from '#host/opening/console-sign-in'
import { createOpenOrders } from '../../electron/orders/open-orders.ts'
import { identityName, profileName } from '../support/states/builders.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity, role } from '../support/world/fake-config.ts'
import { problemOf } from '../support/world/problem-of.ts'
import { signInDouble, TOKEN } from '../support/aws/sign-in-double.ts'
import { ownContacts } from '../support/world/own-contacts.ts'

const staging = identityName('staging')
const PERSON = identity('staging', {}, { profile: profileName('work'), region: 'eu-west-1' })

/** The orders over a real engine, a real sign-in and a desktop that writes down what reaches it. */
async function desk(identities: readonly Identity[] = [PERSON], endpoint = '') {
  const of = world(config(...identities))
  await of.start()
  const done: (readonly [what: string, text: string])[] = []
  const opened: Secret[] = []
  const orders = createOpenOrders({
    engine: of.engine,
    settings: of.settings,
    copy: (text) => void done.push(['copy', text]),
    copyKeys: (text) => void done.push(['keys', text]),
    signIn: (order) =>
      consoleSignIn(order, {
        fetch,
        env: { CREDTRAY_SIGN_IN_ENDPOINT: endpoint },
        contacts: ownContacts(),
        proxyOf: async () => null,
      }),
    openPage: async (page) => {
      opened.push(page.target)
      done.push(['page', `${page.program} as ${page.identity.name}`])
    },
    openTerminal: async (order) => void done.push(['terminal', JSON.stringify(order)]),
  })
  return { ...of, orders, done, opened, [Symbol.asyncDispose]: () => of.engine.stop() }
}

describe('exports', () => {
  test('name the file that the person chose, since no tool looks there by itself', async () => {
    await using at = await desk()
    await at.settings.change({ files: { credentials: '/srv/keys', config: '/srv/config' } })
    await at.orders.copyExports({ name: staging, format: 'bash', withKeys: false })
    const [[, text] = ['', '']] = at.done
    expect(text).toBe(
      'export AWS_PROFILE=work\nexport AWS_REGION=eu-west-1\n' +
        'export AWS_SHARED_CREDENTIALS_FILE=/srv/keys\nexport AWS_CONFIG_FILE=/srv/config\n',
    )
  })

  test('name the profile and hold no key, and nothing is run for them', async () => {
    await using at = await desk()
    await at.orders.copyExports({ name: staging, format: 'bash', withKeys: false })
    expect([at.done, at.calls]).toEqual([[['copy', 'export AWS_PROFILE=work\nexport AWS_REGION=eu-west-1\n']], []])
  })

  test('hold the keys only where just that is asked for, and the history notes it', async () => {
    await using at = await desk()
    await at.orders.copyExports({ name: staging, format: 'fish', withKeys: true })
    expect(at.done).toEqual([['keys', expect.stringContaining('set -gx AWS_SECRET_ACCESS_KEY EXAMPLESECRET1\n')]])
    expect(await at.history.read()).toContainEqual(
      expect.objectContaining({ what: 'pulled', identity: staging, by: 'the clipboard' }),
    )
  })
})

describe('the console', () => {
  test('is signed in to with the keys of the identity, in its region and at the page that was asked for', async () => {
    await using double = await signInDouble()
    await using at = await desk([PERSON], double.url)
    await at.orders.openConsole(staging, 's3')
    expect(at.opened[0]?.reveal()).toContain(encodeURIComponent('https://console.aws.amazon.com/s3?region=eu-west-1'))
    expect(double.asked[0]?.get('Session')).toContain('EXAMPLETOKEN1')
    expect(await at.history.read()).toContainEqual(expect.objectContaining({ what: 'pulled', by: 'the AWS console' }))
  })

  test('is opened by the browser of the settings', async () => {
    await using double = await signInDouble()
    await using at = await desk([PERSON], double.url)
    await at.settings.change({ programs: { browser: 'firefox -P work', terminal: null, editor: null } })
    await at.orders.openConsole(staging)
    expect(at.done).toEqual([['page', 'firefox -P work as staging']])
  })

  test('is refused to an IAM user before any key is sent', async () => {
    await using double = await signInDouble()
    const user = identity('staging', { kind: 'user', keys: null, mfaSerial: null, endpoint: null })
    await using at = await desk([user], double.url)
    const told = await problemOf(at.orders.openConsole(staging))
    expect([told.code, double.asked, at.calls]).toEqual(['action/no-console', [], []])
  })

  test('one page that does not exist is named, and the rest goes on', async () => {
    await using double = await signInDouble()
    await using at = await desk([PERSON], double.url)
    expect((await problemOf(at.orders.openConsole(staging, 'no-such-page'))).message).toContain('no-such-page')
    expect(double.asked).toEqual([])
  })
})

test('neither keys nor the sign-in reach the snapshot, the history or a problem', async () => {
  await using double = await signInDouble()
  await using at = await desk([PERSON, role('hub', 'staging')], double.url)
  await at.orders.copyExports({ name: staging, format: 'json', withKeys: true })
  await at.orders.openConsole(staging, 'ec2')
  double.answer(400, 'no')
  const refused = await problemOf(at.orders.openConsole(identityName('hub')))
  const seen = inspect([at.engine.snapshot(), await at.history.read(), refused, at.opened], { depth: 12 })
  expect(seen).toContain('staging')
  for (const secret of ['EXAMPLESECRET', 'EXAMPLETOKEN', TOKEN, 'SigninToken']) expect(seen).not.toContain(secret)
})

describe('a terminal', () => {
  test('gets the profile and the region of an active identity', async () => {
    await using at = await desk()
    await at.engine.activate(staging)
    await at.orders.openTerminal(staging)
    const files = { credentials: null, config: null }
    expect(at.done).toEqual([
      ['terminal', JSON.stringify({ profile: 'work', region: 'eu-west-1', files, program: null })],
    ])
  })

  test('has nothing to work with while the identity is not active, and says so', async () => {
    await using at = await desk()
    expect((await problemOf(at.orders.openTerminal(staging))).hint).toBe('Activate it first.')
  })
})

test('an identity that is gone by now is named', async () => {
  await using at = await desk()
  for (const order of [at.orders.openConsole, at.orders.openTerminal] as const) {
    expect((await problemOf(order(identityName('gone')))).code).toBe('identity/unknown')
  }
})
