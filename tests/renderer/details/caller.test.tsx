import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { IdentityView } from '#core/snapshot/snapshot'
import { identityName, liveFor, problem, snapshot, view, windowState } from '../../support/states/builders.ts'
import { click, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

async function open(changes: Partial<IdentityView>) {
  const app = await renderApp(windowState(snapshot([view('a', { state: liveFor(40), ...changes })])))
  await act(async () => app.pick(identityName('a')))
  return app
}

test('who AWS says it is stands in the details', async () => {
  await open({ arn: 'arn:aws:iam::111122223333:user/ana' })
  expect(screen.getByText('arn:aws:iam::111122223333:user/ana')).toBeDefined()
})

test('that AWS could not be asked is said in its place', async () => {
  await open({ arnProblem: problem({ message: 'AWS cannot be reached.' }) })
  expect(screen.getByText('not known: AWS cannot be reached.')).toBeDefined()
})

test('keys of a wrong account are loud in the row and in the details', async () => {
  await open({
    warnings: ['ACCOUNT_MISMATCH'],
    arn: 'arn:aws:sts::999988887777:assumed-role/Dev/ana',
    expected: 'role Admin in account 111122223333',
  })
  expect([
    screen.getByRole('row').textContent?.includes('Wrong account or role'),
    screen.getByText('These keys work, but they are not of role Admin in account 111122223333.') !== null,
    screen.queryByText('Good to know'),
  ]).toEqual([true, true, null])
})

test('what a write found in the files is said in words', async () => {
  await open({ fileNotes: [{ code: 'READABLE_BY_OTHERS', message: 'Others can read /home/ana/.aws/credentials.' }] })
  expect(screen.getByText('Others can read ~/.aws/credentials.')).toBeDefined()
})

test('typed keys say where they are, and are forgotten only at the second press', async () => {
  const { asked } = await open({ enteredKeys: 'sealed' })
  await click(screen.getByRole('button', { name: 'Forget…' }))
  const afterOne = asked.length
  await click(screen.getByRole('button', { name: 'Forget it' }))
  expect([afterOne, asked.at(-1)]).toEqual([1, { channel: 'user/forget-keys', input: 'a' }])
})

test('who presses once by mistake keeps the keys', async () => {
  const { asked } = await open({ enteredKeys: 'memory' })
  await click(screen.getByRole('button', { name: 'Forget…' }))
  await click(screen.getByRole('button', { name: 'Keep' }))
  expect([asked.length, screen.getByRole('button', { name: 'Forget…' }) !== null]).toEqual([1, true])
})

test('a renewal that runs can be stopped, and not by a second press on what started it', async () => {
  const { asked } = await open({ state: { kind: 'refreshing', since: liveSince, keysSince: null, expiresAt: null } })
  const before = asked.length
  await click(screen.getByRole('button', { name: 'Refresh now' }))
  expect(asked.length).toBe(before)
  await click(screen.getByRole('button', { name: 'Stop' }))
  expect(asked.at(-1)).toEqual({ channel: 'session/cancel', input: 'a' })
})

const liveSince = snapshot().takenAt
