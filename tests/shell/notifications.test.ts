import { expect, test } from 'vitest'
import type { Notice } from '#core/snapshot/notice-words'
import type { IdentityName } from '#core/identity/identity'
import { createNotifier } from '#shell/notifications'
import { identityName } from '../support/builders.ts'
import { FakeNotification } from '../support/fake-electron.ts'
import { fakeTimer } from '../support/fake-timer.ts'

const notice = (name: string, changes: Partial<Notice> = {}): Notice => ({
  tag: `identity/${name}`,
  title: `${name} needs you`,
  body: 'Click to sign in.',
  opens: identityName(name),
  urgency: 'normal',
  ...changes,
})

function notifier(platform: NodeJS.Platform = 'linux') {
  const timer = fakeTimer()
  const made: FakeNotification[] = []
  const heard: (IdentityName | string | null)[] = []
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
    onClick: (name) => heard.push(name),
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
  expect([made.map(({ state }) => state), heard]).toEqual([['shown'], ['prod']])
})

test('on Linux the body is markup, so names cannot write any', () => {
  const { tell, made } = notifier()
  tell([notice('prod', { body: 'Profile <b>R&D</b>.' })])
  expect(made[0]?.options).toMatchObject({ body: 'Profile &lt;b&gt;R&amp;D&lt;/b&gt;.', icon: '/app/icon.png' })
})

test('elsewhere the body is text and stays as it is', () => {
  const { tell, made } = notifier('darwin')
  tell([notice('prod', { body: 'Profile R&D.' })])
  expect(made[0]?.options).toEqual({ title: 'prod needs you', body: 'Profile R&D.', urgency: 'normal' })
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
  expect([made.map(({ options }) => options.title), heard]).toEqual([['2 identities want a look'], [null]])
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
