import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  identityName,
  liveFor,
  NOW,
  problem,
  profileName,
  snapshot,
  view,
  windowState,
} from '../../support/states/builders.ts'
import { examination, firstChange, history, notOurs, takeOverPreview } from '../../support/states/file-states.ts'
import { click, pressKey, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

const changed = (changes = {}) =>
  windowState(
    snapshot([view('staging', { state: liveFor(20) })], { fileChange: { ...firstChange, at: NOW, ...changes } }),
  )

async function openFiles(prepare: (app: Awaited<ReturnType<typeof renderApp>>) => void = () => {}) {
  const app = await renderApp(changed())
  prepare(app)
  await click(screen.getByRole('button', { name: 'Your AWS files' }))
  return app
}

test('the first change of a file is told, and can be taken back at once', async () => {
  const { asked } = await renderApp(changed())
  await click(screen.getByRole('button', { name: 'Undo' }))
  expect([asked.at(-1), screen.queryByText(/Credtray added/)]).toEqual([
    { channel: 'files/undo', input: 'staging' },
    null,
  ])
})

test('a change that could not be taken back stays told, with the reason', async () => {
  const { refuse } = await renderApp(changed())
  refuse('files/undo', problem({ code: 'file/changed-since', message: 'Somebody changed it.' }))
  await click(screen.getByRole('button', { name: 'Undo' }))
  expect([screen.getByText('Somebody changed it.') !== null, screen.getByText(/Credtray added/) !== null]).toEqual([
    true,
    true,
  ])
})

test('what was added is no longer told when it is gone again, and its undo with it', async () => {
  const off = snapshot([view('staging')], { fileChange: { ...firstChange, at: NOW } })
  await renderApp(windowState(off))
  expect(screen.queryByText(/Credtray added/)).toBeNull()
})

test('later changes of the same file are no news, a take-over is', async () => {
  await renderApp(changed({ isFirst: false }))
  const later = screen.queryByText(/Credtray added/)
  cleanup()
  await renderApp(changed({ isFirst: false, kind: 'took-over' }))
  expect([later, screen.getByText(/Credtray took over/) !== null]).toEqual([null, true])
})

test('what the check-up at the start has found is one banner, which leads to it', async () => {
  await renderApp(windowState(snapshot([view('staging')], { checkup: { serious: 2 } })))
  const told = screen.queryByText(/2 things in your AWS files keep tools from working right/)
  await click(screen.getByRole('button', { name: 'Show' }))
  expect([told !== null, screen.queryByRole('status', { name: 'Check-up' }) !== null]).toEqual([true, true])
})

test('each finding is a line with its way out, and its place where the line does not say it', async () => {
  await openFiles(({ answer }) => answer('doctor/run', examination))
  const [loose, shadowed] = within(screen.getByRole('status', { name: 'Check-up' })).getAllByRole('listitem')
  expect([loose?.textContent, shadowed?.textContent?.endsWith('Remove one of the two. ~/.aws/config:14')]).toEqual([
    'Other users of this machine can read ~/.aws/credentials. "chmod 600 ~/.aws/credentials" keeps it to you.',
    true,
  ])
})

test('a place that a finding names opens in the editor', async () => {
  const app = await openFiles(({ answer }) => answer('doctor/run', examination))
  await click(screen.getByRole('button', { name: '~/.aws/config:14' }))
  expect(app.asked.at(-1)).toEqual({
    channel: 'config/open',
    input: { file: '/home/ana/.aws/config', line: 14, column: 1 },
  })
})

test('a good check-up says so', async () => {
  await openFiles()
  expect(screen.getByText('Nothing is in the way of your keys.')).toBeDefined()
})

test('a change can be undone unless somebody else changed it since', async () => {
  await openFiles(({ answer }) => answer('files/history', history))
  expect([
    screen.getAllByRole('button', { name: 'Undo' }).length,
    screen.getByText(/somebody else changed it meanwhile/) !== null,
  ]).toEqual([1, true])
})

test('what was taken back is gone from the list', async () => {
  const { answer } = await openFiles((app) => app.answer('files/history', history))
  answer('files/history', { ...history, changes: [] })
  await click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByText('There is nothing to take back.')).toBeDefined()
})

test('removing all keys says first what goes', async () => {
  const { asked } = await openFiles()
  await click(screen.getByRole('button', { name: 'Remove all keys now…' }))
  expect([
    screen.getByText(/^staging loses its keys in ~\/\.aws\/credentials and is deactivated\./) !== null,
    asked.some(({ channel }) => channel === 'app/panic'),
  ]).toEqual([true, false])
})

test('removing all keys says afterwards what went', async () => {
  await openFiles(({ answer }) => answer('app/panic', { removed: [profileName('staging')], failed: [], forgotten: 2 }))
  await click(screen.getByRole('button', { name: 'Remove all keys now…' }))
  await click(screen.getByRole('button', { name: 'Remove them' }))
  expect(screen.getByText('Removed the keys of staging, and forgot 2 sessions.')).toBeDefined()
})

async function openNotOurs() {
  const app = await renderApp(notOurs(NOW))
  app.answer('session/preview-take-over', takeOverPreview)
  await act(async () => app.pick(identityName('staging-poweruser')))
  await click(screen.getByRole('button', { name: 'Take over [staging]…' }))
  return app
}

test('a take-over shows first what goes and what comes', async () => {
  const { asked } = await openNotOurs()
  const lines = within(screen.getByRole('list', { name: /What changes in/ })).getAllByRole('listitem')
  expect([lines[0]?.textContent, lines.at(-1)?.textContent, asked.at(-1)?.channel]).toEqual([
    'removed: − aws_access_key_id = AKIA…MPLE',
    'added: + manager = credtray',
    'session/preview-take-over',
  ])
})

test('what was refused is not told twice while the details say it, with the way out beside it', async () => {
  const message = 'The profile "staging" is already in the credentials file, and Credtray did not write it.'
  const app = await renderApp(notOurs(NOW))
  app.refuse('session/refresh', problem({ message }))
  await act(async () => app.pick(identityName('staging-poweruser')))
  await click(screen.getByRole('button', { name: 'Refresh now' }))
  const told = () => screen.getAllByText(message, { selector: '.problem-message' }).length
  const beside = told()
  await pressKey('Escape')
  expect([beside, told()]).toEqual([1, 1])
})

test('a take-over happens when the person says so, and not before', async () => {
  const { asked } = await openNotOurs()
  await click(screen.getByRole('button', { name: 'Take over' }))
  expect(asked.at(-1)).toEqual({ channel: 'session/take-over', input: 'staging-poweruser' })
})

test('a section that is left is left', async () => {
  const { asked } = await openNotOurs()
  await click(screen.getByRole('button', { name: 'Leave it' }))
  expect([
    asked.some(({ channel }) => channel === 'session/take-over'),
    screen.queryByText(/Hand \[staging\]/),
  ]).toEqual([false, null])
})
