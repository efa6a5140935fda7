import { expect, test } from 'vitest'
import type { FileChange } from '#core/profile-file/history'
import { grouped } from '#core/snapshot/notice-words'
import { createTeller } from '#core/snapshot/notices'
import { codeAsk, NOW, snapshot, view } from '../../support/builders.ts'
import { stepBetween } from '../../support/changes-between.ts'
import { firstChange } from '../../support/file-states.ts'

function told(changes: Partial<FileChange>) {
  const before = snapshot([view()])
  const after = snapshot(before.identities, { fileChange: { ...firstChange, ...changes, at: NOW } })
  const teller = createTeller(before)
  return [teller.tell(stepBetween(before, after)), teller.tell(stepBetween(after, after))].map(({ notices }) => notices)
}

test('leapp#3: the first change of a file that nobody was shown before is told on the desktop, once', () => {
  expect(told({})).toEqual([
    [
      {
        tag: 'file-change',
        title: 'Credtray wrote to your AWS file',
        body: 'Added [staging] in /home/ana/.aws/credentials, and kept a copy. Click to see it, or to undo it.',
        opens: null,
        urgency: 'normal',
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
  const { notices } = createTeller(before).tell(stepBetween(before, snapshot([asking])))
  expect(notices).toMatchObject([
    {
      opens: 'staging',
      body: expect.stringContaining('Click to see what it will change in /home/ana/.aws/credentials'),
    },
  ])
})

test('a file that was changed beside identities in trouble is one of several', () => {
  const asking = view('a', { state: { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null } })
  const before = snapshot([view('a')])
  const after = snapshot([asking], { fileChange: { ...firstChange, at: NOW } })
  const { notices } = createTeller(before).tell(stepBetween(before, after))
  expect(grouped(notices)[0]?.title).toBe('2 things want a look')
})
