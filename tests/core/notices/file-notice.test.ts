import { expect, test } from 'vitest'
import type { FileChange } from '#core/profile-file/history'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { createTeller } from '#core/notices/notices'
import { codeAsk, NOW, snapshot, view } from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'
import { firstChange } from '../../support/states/file-states.ts'

function told(changes: Partial<FileChange>) {
  const before = snapshot([view()])
  const after = snapshot(before.identities, { fileChange: { ...firstChange, ...changes, at: NOW } })
  const teller = createTeller(before, true)
  return [teller.tell(stepBetween(before, after), false), teller.tell(stepBetween(after, after), false)].map(
    ({ notices }) => notices,
  )
}

test('leapp#3: the first change of a file that nobody was shown before is told on the desktop, once', () => {
  expect(told({})).toEqual([
    [
      {
        tag: 'file-change',
        title: 'Credtray wrote to your AWS file',
        body: 'Added [staging] in /home/ana/.aws/credentials, and kept a copy. Click to see it, or to undo it.',
        opens: { kind: 'open-screen', screen: 'files' },
        buttons: [{ label: 'See the change', does: { kind: 'open-screen', screen: 'files' } }],
        reply: null,
        urgency: 'normal',
        joins: false,
        line: null,
      },
    ],
    [],
  ])
})

test('a take-over is told', () => {
  expect(told({ kind: 'took-over', isFirst: false })[0]?.[0]?.title).toBe('Credtray took a profile over')
})

test.each<[string, Partial<FileChange>]>([
  ['that they have seen before it was made', { agreed: true }],
  ['of a file that held nothing of theirs', { copied: false }],
  ['that is not the first', { isFirst: false }],
])('a change %s interrupts nobody', (_what, changes) => {
  expect(told(changes)).toEqual([[], []])
})

test('the notice of a first write leads to the identity whose panel asks for it', () => {
  const asking = view('staging', {
    state: {
      kind: 'needs-you',
      ask: { kind: 'first-write', file: '/home/ana/.aws/credentials', lines: [], also: [] },
      keysSince: null,
      expiresAt: null,
    },
  })
  const before = snapshot([view('staging')])
  const { notices } = createTeller(before, true).tell(stepBetween(before, snapshot([asking])), false)
  expect(notices).toMatchObject([
    {
      opens: { kind: 'open-identity', name: 'staging' },
      body: expect.stringContaining('Click to see what it will change in /home/ana/.aws/credentials'),
    },
  ])
})

test('a file that was changed is told for itself, beside identities in trouble', () => {
  const asking = view('a', { state: { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null } })
  const before = snapshot([view('a')])
  const after = snapshot([asking], { fileChange: { ...firstChange, at: NOW } })
  const { notices } = createTeller(before, true).tell(stepBetween(before, after), false)
  expect(notices.map(({ tag, joins }) => [tag, joins])).toEqual([
    ['identity/a', true],
    ['file-change', false],
  ])
})

test('with hidden names neither profile nor file is named', () => {
  const settings = { ...DEFAULT_SETTINGS, notify: { ...DEFAULT_SETTINGS.notify, hideNames: true } }
  const before = snapshot([view()], { settings })
  const after = { ...before, fileChange: { ...firstChange, at: NOW } }
  expect(createTeller(before, true).tell(stepBetween(before, after), false).notices[0]?.body).toBe(
    'Added a profile, and kept a copy. Click to see it, or to undo it.',
  )
})
