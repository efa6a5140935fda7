import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { after, before, instant, minutes } from '#core/base/time'
import { codeAsk, identityName, NOW, problem, run, snapshot, view, windowState } from '../support/states/builders.ts'
import { pressKey as key, renderApp as open } from '../support/window/rendered-app.tsx'

afterEach(cleanup)

const asking = (refused: ReturnType<typeof problem> | null) =>
  view('root', {
    kind: 'aws/user',
    state: {
      kind: 'needs-you',
      ask: { ...codeAsk('GAHT12345678', refused), identity: identityName('root') },
      keysSince: null,
      expiresAt: null,
    },
  })

test('until main answers it says that it is looking', async () => {
  await open(null)
  expect(screen.getByRole('status').textContent).toBe('Looking at your identities…')
})

test('each identity is a row with its state in words', async () => {
  await open(windowState(snapshot([view('staging', { state: { kind: 'live', since: NOW, expiresAt: null } })])))
  expect(screen.getByRole('row', { name: /staging/ }).textContent).toContain('liveno expiry')
})

test('the keys go down the list and activate what they reach', async () => {
  const { asked } = await open(windowState(snapshot([view('a'), view('b')])))
  await key('ArrowDown')
  await key('j')
  await key('Enter')
  expect(asked.at(-1)).toEqual({ channel: 'session/activate', input: 'b' })
})

test('only the selected row is a tab stop, and it has the focus', async () => {
  await open(windowState(snapshot([view('a'), view('b')])))
  await key('ArrowDown')
  await key('ArrowDown')
  const stops = screen.getAllByRole('row').map((row) => row.tabIndex)
  expect([stops, document.activeElement?.textContent?.startsWith('b')]).toEqual([[-1, 0], true])
})

test('a code that is not six digits never leaves the window', async () => {
  const { asked, pick } = await open(windowState(snapshot([asking(null)])))
  await act(async () => pick(identityName('root')))
  fireEvent.change(screen.getByLabelText('MFA code for root'), { target: { value: '12 34' } })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use code' })))
  expect([asked.length, screen.getByText('That is not six digits.').textContent]).toEqual([
    1,
    ' That is not six digits.',
  ])
})

test('a code is sent without the space that the device shows in it', async () => {
  const { asked, pick } = await open(windowState(snapshot([asking(null)])))
  await act(async () => pick(identityName('root')))
  fireEvent.change(screen.getByLabelText('MFA code for root'), { target: { value: '123 456' } })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use code' })))
  expect(asked.at(-1)).toEqual({ channel: 'session/refresh', input: { name: 'root', mfaCode: '123456' } })
})

test('after a refused code the empty field is asked for again, and has the focus', async () => {
  const { push, pick } = await open(windowState(snapshot([asking(null)])))
  await act(async () => pick(identityName('root')))
  const field = screen.getByLabelText<HTMLInputElement>('MFA code for root')
  fireEvent.change(field, { target: { value: '123456' } })
  const refused = problem({
    code: 'sts/mfa-code-refused',
    message: 'AWS refused the code.',
    hint: 'Wait for the next.',
  })
  await act(async () => push(windowState(snapshot([asking(refused)]))))
  expect([field.value, document.activeElement === field, screen.getByText(/AWS refused the code/).textContent]).toEqual(
    ['', true, ' AWS refused the code. Wait for the next.'],
  )
})

test('an identity that a notification picked is selected and its details are open', async () => {
  const { pick } = await open(windowState(snapshot([view('a'), view('b')])))
  await act(async () => pick(identityName('b')))
  expect(screen.getByRole('heading', { level: 2, name: 'b' })).toBeDefined()
})

test('a request that fails shows message and hint, and can be dismissed', async () => {
  const { refuse } = await open(windowState(snapshot([view('a')])))
  refuse('app/set-paused', problem({ message: 'Could not pause.', hint: 'Try again.' }))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Pause' })))
  const shown = screen.getByText('Could not pause.').textContent
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Dismiss' })))
  expect([shown, screen.queryByText('Could not pause.')]).toEqual(['Could not pause.', null])
})

test('a configuration without anything usable shows where it is wrong', async () => {
  const where = { file: '/home/ana/atmos.yaml', line: 24, column: 19 }
  await open(windowState(snapshot([], { configProblems: [problem({ where })] })))
  expect(screen.getByText('~/atmos.yaml:24:19')).toBeDefined()
})

test('the demo says that it is one, and where it writes', async () => {
  const config = { file: '/opt/demo.yaml', demo: true, stale: false }
  await open(windowState(snapshot([view()], { config, credentialsFile: '/data/demo-credentials' })))
  expect(
    within(screen.getByText('Demo').closest('details') ?? document.body).getByText('/data/demo-credentials'),
  ).toBeDefined()
})

test('the text of a command is shown as text', async () => {
  const lastRun = run({ stderr: '<img src=x onerror=alert(1)>', exitCode: 1 })
  const { pick } = await open(windowState(snapshot([view('a', { lastRun })])))
  await act(async () => pick(identityName('a')))
  expect(screen.getByRole('group', { name: /stderr/ }).textContent).toBe('<img src=x onerror=alert(1)>')
})

test('aws-vault#739: after a failed run the details say when the last good one was', async () => {
  const now = instant(Date.now())
  const state = {
    kind: 'failed',
    problem: problem(),
    retryAt: null,
    expiresAt: after(now, minutes(17)),
    keysSince: before(now, minutes(43)),
  } as const
  const { pick } = await open(windowState(snapshot([view('a', { state })])))
  await act(async () => pick(identityName('a')))
  expect(screen.getByText(/, last renewed 43 min ago$/)).toBeDefined()
})

test('a window that is closed leaves no listener behind', async () => {
  const { stop, listeners } = await open(windowState())
  stop()
  expect(listeners()).toBe(0)
})

test('below the worst stands how the others are, and never the same once more', async () => {
  const asks = asking(null)
  const failed = view('b', {
    state: { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null },
  })
  const live = view('c', { state: { kind: 'live', since: NOW, expiresAt: null } })
  const rest = async (...views: readonly ReturnType<typeof view>[]) => {
    await open(windowState(snapshot(views)))
    const words = document.querySelector('.summary-rest')?.textContent
    cleanup()
    return words
  }
  expect([await rest(asks, failed, live), await rest(view('a'), view('b')), await rest(live, view('a'))]).toEqual([
    '1 live, no expiry · 1 failed',
    '2 identities',
    '1 of 2 identities active',
  ])
})
