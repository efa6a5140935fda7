import { expect, test } from 'vitest'
import type { Notice } from '#core/notices/notice'
import { createNotifier } from '#shell/notifications'
import { identityName } from '../support/states/builders.ts'
import { FakeNotification } from '../support/shell/fake-electron.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'

const notice = (name: string, changes: Partial<Notice> = {}): Notice => ({
  tag: `identity/${name}`,
  title: `${name} needs you`,
  body: 'Click to sign in.',
  opens: { kind: 'open-identity', name: identityName(name) },
  buttons: [{ label: 'Refresh now', does: { kind: 'refresh', name: identityName(name) } }],
  reply: null,
  urgency: 'normal',
  joins: true,
  line: `${name} needs you`,
  ...changes,
})

function notifier(platform: NodeJS.Platform = 'linux') {
  const timer = fakeTimer()
  const made: FakeNotification[] = []
  const heard: string[] = []
  const muted = { now: false }
  const subject = createNotifier({
    make(options) {
      const one = new FakeNotification(options)
      made.push(one)
      return one
    },
    platform,
    icon: '/app/icon.png',
    timer,
    isMuted: () => muted.now,
    onAction: (action) => heard.push('name' in action ? `${action.kind} ${action.name}` : action.kind),
    async onReply(name, text) {
      heard.push(`${name} ${text}`)
      return text === '123456' ? null : notice(name, { body: 'That was not six digits.', reply: name })
    },
    onFailed: (error) => heard.push(error),
  })
  const tell = (notices: readonly Notice[], settled: readonly string[] = []): void => {
    subject.tell({ notices, settled })
    timer.turn(500)
  }
  return { subject, tell, timer, made, heard, muted }
}

test('a notice is shown, and a click on it leads to its identity', () => {
  const { tell, made, heard } = notifier()
  tell([notice('prod')])
  made[0]?.emit('click')
  expect([made.map(({ state }) => state), heard]).toEqual([['shown'], ['open-identity prod']])
})

test('on Linux the body is markup, so names cannot write any', () => {
  const { tell, made } = notifier()
  tell([notice('prod', { body: 'Profile <b>R&D</b>.' })])
  expect(made[0]?.options).toMatchObject({ body: 'Profile &lt;b&gt;R&amp;D&lt;/b&gt;.', icon: '/app/icon.png' })
})

test('elsewhere the body is text and stays as it is', () => {
  const { tell, made } = notifier('darwin')
  tell([notice('prod', { body: 'Profile R&D.' })])
  expect(made[0]?.options).toEqual({
    title: 'prod needs you',
    body: 'Profile R&D.',
    urgency: 'normal',
    actions: [{ type: 'button', text: 'Refresh now' }],
  })
})

test('a newer notice of an identity takes the place of the older one', () => {
  const { tell, made } = notifier()
  tell([notice('prod')])
  tell([notice('prod', { title: 'prod has expired' })])
  expect(made.map(({ state, options }) => [state, options.title])).toEqual([
    ['closed', 'prod needs you'],
    ['shown', 'prod has expired'],
  ])
})

test('what comes within half a second becomes one, and a click on it leads to the list', () => {
  const { subject, timer, made, heard } = notifier()
  subject.tell({ notices: [notice('a')], settled: [] })
  timer.turn(400)
  subject.tell({ notices: [notice('b')], settled: [] })
  timer.turn(500)
  made[0]?.emit('click')
  expect([made.map(({ options }) => options.title), heard]).toEqual([['2 identities want a look'], ['open']])
})

test('an identity that got out of trouble before it was shown is not shown', () => {
  const { subject, timer, made } = notifier()
  subject.tell({ notices: [notice('prod')], settled: [] })
  subject.tell({ notices: [], settled: ['identity/prod'] })
  timer.turn(500)
  expect(made).toEqual([])
})

test('a notice that is no longer true is taken back', () => {
  const { tell, made } = notifier()
  tell([notice('prod')])
  tell([], ['identity/prod'])
  expect(made.map(({ state }) => state)).toEqual(['closed'])
})

test('nobody is interrupted while looking at the window', () => {
  const { tell, made, muted } = notifier()
  muted.now = true
  tell([notice('prod')])
  expect(made).toEqual([])
})

test('a notification that the person closed is let go', () => {
  const { tell, made } = notifier()
  tell([notice('prod')])
  made[0]?.emit('close')
  tell([], ['identity/prod'])
  expect(made[0]?.state).toBe('shown')
})

test('the late close of a replaced notification does not let go of its successor', () => {
  const { tell, made } = notifier()
  tell([notice('prod')])
  tell([notice('prod', { title: 'prod has expired' })])
  made[0]?.emit('close')
  tell([], ['identity/prod'])
  expect(made.map(({ state }) => state)).toEqual(['closed', 'closed'])
})

test('what the system refuses to show is told', () => {
  const { tell, made, heard } = notifier('darwin')
  tell([notice('prod')])
  made[0]?.emit('failed', 'not signed')
  expect(heard).toEqual(['not signed'])
})

test('what is destroyed shows nothing more and closes what is there', () => {
  const { subject, tell, timer, made } = notifier()
  tell([notice('prod')])
  subject.tell({ notices: [notice('dev')], settled: [] })
  subject.destroy()
  timer.turn(500)
  expect([made.map(({ state }) => state), timer.waiting]).toEqual([['closed'], 0])
})

test('a button does what it says', () => {
  const { tell, made, heard } = notifier('win32')
  tell([notice('prod')])
  made[0]?.emit('action', 0)
  made[0]?.emit('action', 7)
  expect(heard).toEqual(['refresh prod'])
})

test('a code can be typed where the system has a field, and a wrong one is asked for again', async () => {
  const { tell, made, heard } = notifier('darwin')
  tell([notice('prod', { reply: identityName('prod') })])
  made[0]?.emit('reply', '12')
  await Promise.resolve()
  made[1]?.emit('reply', '123456')
  await Promise.resolve()
  expect([heard, made.map(({ options, state }) => [options.hasReply, options.body, state])]).toEqual([
    ['prod 12', 'prod 123456'],
    [
      [true, 'Click to sign in.', 'closed'],
      [true, 'That was not six digits.', 'shown'],
    ],
  ])
})

test('Linux has neither buttons nor a field', () => {
  const { tell, made } = notifier()
  tell([notice('prod', { reply: identityName('prod') })])
  expect(Object.keys(made[0]?.options ?? {})).toEqual(['title', 'body', 'urgency', 'icon'])
})

test('the fourth beside three others takes their place, as one', () => {
  const { tell, made } = notifier()
  for (const name of ['a', 'b', 'c', 'd']) tell([notice(name)])
  expect(made.map(({ state, options }) => [state, options.title])).toEqual([
    ['closed', 'a needs you'],
    ['closed', 'b needs you'],
    ['closed', 'c needs you'],
    ['shown', '4 identities want a look'],
  ])
})

test('one that tells of several goes when the last of them is in order', () => {
  const { tell, made } = notifier()
  tell([notice('a'), notice('b')])
  tell([], ['identity/a'])
  const halfway = made[0]?.state
  tell([], ['identity/b'])
  expect([halfway, made[0]?.state]).toEqual(['shown', 'closed'])
})

test('what is not of an identity stands for itself', () => {
  const { tell, made } = notifier()
  tell([notice('a'), notice('b'), notice('files', { joins: false, title: 'Your AWS files have changed' })])
  expect(made.map(({ options }) => options.title)).toEqual(['Your AWS files have changed', '2 identities want a look'])
})
