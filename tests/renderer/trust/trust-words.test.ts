import { expect, test } from 'vitest'
import { changeWords, waitingLine } from '../../../renderer/trust/trust-words.ts'
import { trustItem } from '../../support/states/builders.ts'

test('what is new was never approved, and what changed was', () => {
  const beginnings = [
    [trustItem()],
    [trustItem({ news: 'changed' })],
    [trustItem({ news: 'changed' }), trustItem()],
  ].map((items) => changeWords(items).split(', so')[0])
  expect(beginnings).toEqual([
    'You have not approved this yet',
    'This has changed since you approved it',
    'You have not approved these yet',
  ])
})

test('only what waits is counted, and by what it is', () => {
  const approved = trustItem({ news: 'approved' })
  expect([
    waitingLine([trustItem(), approved]),
    waitingLine([trustItem(), trustItem()]),
    waitingLine([trustItem(), trustItem({ kind: 'remote-import' })]),
    waitingLine([trustItem({ kind: 'endpoint' })]),
    waitingLine([trustItem({ kind: 'endpoint' }), trustItem({ kind: 'endpoint' })]),
    waitingLine([trustItem({ kind: 'endpoint' }), trustItem()]),
  ]).toEqual([
    'One command of the configuration waits for your approval.',
    '2 commands of the configuration wait for your approval.',
    '2 things of the configuration wait for your approval.',
    'One address of the configuration waits for your approval.',
    '2 addresses of the configuration wait for your approval.',
    '2 things of the configuration wait for your approval.',
  ])
})

test('an address is not run: the words say what goes there', () =>
  expect(changeWords([trustItem({ kind: 'endpoint', text: 'https://sts.example.com' })])).toBe(
    'You have not approved this yet, so nothing has been sent there. Approve only what you know: requests with your session token go there instead of to AWS.',
  ))
