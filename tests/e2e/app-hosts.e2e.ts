import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seconds } from '#core/base/time'
import { demoSts } from '#host/demo/demo'
import { startStsDouble } from '#host/demo/sts-double'
import { appPage } from '../support/app/app-page.ts'
import { arrive, byCommand, keysFor } from '../support/app/person.ts'
import { signInDouble } from '../support/aws/sign-in-double.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

/** Chromium writes down each of its own requests from its first moment on; of Node every socket is noted here. */
test('through its whole life the app goes to STS and to the sign-in that it was given, and to nobody else', async () => {
  const person = await arrive()
  const sts = await startStsDouble({ ...demoSts, lifetime: seconds(3_600) })
  await using signIn = await signInDouble()
  try {
    person.configure({
      identities: {
        staging: byCommand(person.helper('keys', keysFor(3_600)).command),
        admin: {
          kind: 'aws/assume-role',
          via: { identity: 'staging' },
          principal: { assume_role: 'arn:aws:iam::111111111111:role/Admin' },
        },
      },
      settings: { files: { preview: 'tell' } },
    })
    person.choose({ programs: { browser: person.helper('browser', 'exit 0').command, terminal: null, editor: null } })
    const netLog = join(person.home, 'net-log.json')
    const env = { AWS_ENDPOINT_URL_STS: sts.url, CREDTRAY_SIGN_IN_ENDPOINT: signIn.url, CREDTRAY_IDENTITY_CHECK: 'on' }
    const app = await person.start({ args: [`--log-net-log=${netLog}`], env })
    const panel = await appPage(app)
    await app.app.evaluate(() => {
      const { Socket } = process.getBuiltinModule('node:net')
      const seen: string[] = []
      Reflect.set(globalThis, 'seenSockets', seen)
      const { connect } = Socket.prototype
      Socket.prototype.connect = function (this: typeof Socket.prototype, ...to: unknown[]) {
        const [first] = Array.isArray(to[0]) ? to[0] : to
        seen.push(JSON.stringify(first))
        return Reflect.apply(connect, this, to)
      }
    })
    await panel.toggle('admin')
    await panel.expectState('admin', 'live')
    await panel.open('admin')
    const asked = await panel.page.evaluate(async () => [
      await window.bridge.request('doctor/run', undefined),
      await window.bridge.request('session/open-console', { name: 'admin' as never, destination: null }),
    ])
    expect(asked.map(({ ok }) => ok)).toEqual([true, true])
    expect([sts.granted.length > 0, signIn.asked.length]).toEqual([true, 1])
    const sockets = await app.app.evaluate(() => Reflect.get(globalThis, 'seenSockets') as readonly string[])
    const listed = await panel.page.evaluate(async () => window.bridge.request('app/contacts', undefined))
    await panel.page.getByRole('button', { name: 'Settings' }).click()
    const shown = panel.page.getByRole('group', { name: 'Hosts asked since the start' })
    await expect(shown.getByText(new URL(signIn.url).host)).toBeVisible()
    const shownHosts = await shown.locator('.host-name').allTextContents()
    await panel.page.evaluate(() => void window.bridge.request('app/quit', undefined))
    await app.ended()

    const known = new Set([new URL(sts.url).host, new URL(signIn.url).host])
    const nodeHosts = sockets.flatMap((text) => {
      const { host, port, path } = JSON.parse(text) as { host?: string; port?: number | string; path?: string }
      return host === undefined ? (path === undefined || port !== undefined ? [text] : []) : [`${host}:${port}`]
    })
    expect(nodeHosts.filter((host) => !known.has(host))).toEqual([])
    expect(nodeHosts.length).toBeGreaterThan(0)
    const noted = readFileSync(netLog, 'utf8')
    const urls = [...noted.matchAll(/"url":"((?:https?|wss?|quic):[^"]*)"/g)].map(([, url]) => new URL(url ?? '').host)
    expect(urls.filter((host) => !known.has(host))).toEqual([])
    expect(urls).toContain(new URL(signIn.url).host)
    // What the window lists is what was seen from outside: nobody more, and nobody less.
    const listedHosts = listed.ok ? listed.value.contacts.map(({ host }) => host) : []
    expect(new Set(listedHosts)).toEqual(new Set([...nodeHosts, ...urls]))
    expect(new Set(shownHosts)).toEqual(new Set(listedHosts))
    const looked = [...noted.matchAll(/"host":"([^"]*)"/g)].map(([, host]) => (host ?? '').replace(/^https?:\/\//, ''))
    expect(looked.filter((host) => !/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host))).toEqual([])
  } finally {
    await person.leave()
    await sts.stop()
  }
})
