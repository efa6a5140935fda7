import { expect, test } from 'vitest'
import { instant } from '#core/base/time'
import { createContacts } from '#engine/contacts'
import { type NotedSession, noteSession } from '#shell/note-session'
import { proxyOf } from '#shell/proxy-of'

/** A session of Chromium by hand: requests are told to the listeners as Electron does. */
function fakeSession(proxy: string) {
  const told = new Map<string, (details: unknown, letGo: unknown) => void>()
  const listen = (name: string) => (_filter: unknown, listener: unknown) => {
    if (typeof listener === 'function') told.set(name, (...args) => void Reflect.apply(listener, null, args))
  }
  const asked: string[] = []
  const session = {
    resolveProxy: async (url: string) => {
      asked.push(url)
      return proxy
    },
    webRequest: {
      onBeforeRequest: listen('before'),
      onBeforeRedirect: listen('redirect'),
      onCompleted: listen('completed'),
      onErrorOccurred: listen('error'),
    },
  }
  return {
    session: session as unknown as NotedSession,
    asked,
    before: (id: number, url: string) => new Promise<void>((letGo) => told.get('before')?.({ id, url }, () => letGo())),
    tell: (name: 'redirect' | 'completed' | 'error', id: number) => told.get(name)?.({ id }, undefined),
  }
}

test('a request is noted before it is let go, through each host that it is led to, and how it ended', async () => {
  const { session, before, tell, asked } = fakeSession('PROXY proxy.example:3128; DIRECT')
  const contacts = createContacts(() => instant(1))
  noteSession(session, 'updates', contacts)
  await before(1, 'https://feed.example/latest.yml?channel=stable')
  const first = contacts.report().contacts
  tell('redirect', 1)
  await before(1, 'https://files.example:8443/credtray.AppImage')
  tell('completed', 1)
  await before(2, 'https://feed.example/latest.yml')
  tell('error', 2)
  expect([first, contacts.report().contacts, asked[0]]).toMatchObject([
    [{ host: 'feed.example', purpose: 'updates', proxy: 'proxy.example:3128', times: 1, answered: 0 }],
    [
      { host: 'feed.example', times: 2, answered: 1, unanswered: 1 },
      { host: 'files.example:8443', times: 1, answered: 1 },
    ],
    'https://feed.example',
  ])
})

test.each([
  ['DIRECT', null],
  ['PROXY proxy.example:3128; DIRECT', 'proxy.example:3128'],
  ['HTTPS secure.example:443', 'secure.example:443'],
  ['SOCKS5 127.0.0.1:1080', '127.0.0.1:1080'],
  ['', null],
])('of "%s" the proxy is %s', async (answer, expected) => {
  expect(await proxyOf({ resolveProxy: async () => answer }, 'https://a.example')).toBe(expected)
})
