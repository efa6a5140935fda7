import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { instant, type Instant } from '#core/base/time'
import type { IdentityView } from '#core/snapshot/snapshot'
import {
  codeAsk,
  identityName,
  inSeconds,
  keysAsk,
  problem,
  snapshot,
  view,
  windowState,
} from '../../support/states/builders.ts'
import { click, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

type Ask = Extract<IdentityView['state'], { kind: 'needs-you' }>['ask']

const asking = (ask: Ask, name = 'root') =>
  windowState(snapshot([view(name, { state: { kind: 'needs-you', ask, keysSince: null, expiresAt: null } })]))

async function open(ask: Ask, name = 'root') {
  const app = await renderApp(asking(ask, name))
  await act(async () => app.pick(identityName(name)))
  return app
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const ID = 'AKIAIOSFODNN7EXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const use = () => click(screen.getByRole('button', { name: 'Use these keys' }))

test('keys go to the user that they are of, and leave the form', async () => {
  const { asked } = await open(keysAsk('root'), 'child')
  type('Access key ID', ID)
  type('Secret access key', SECRET)
  await use()
  expect([asked.at(-1), screen.getByLabelText<HTMLInputElement>('Secret access key').value]).toEqual([
    { channel: 'user/enter-keys', input: { name: 'root', accessKeyId: ID, secretAccessKey: SECRET } },
    '',
  ])
})

test('nobody has the device of the demo, so the demo says which digits do', async () => {
  const made = asking(codeAsk())
  const { file } = made.snapshot.config
  const app = await renderApp({
    ...made,
    snapshot: { ...made.snapshot, config: { file, demo: true, stale: false } },
  })
  await act(async () => app.pick(identityName('root')))
  expect(screen.getByText(/any six digits do; 000000 is refused/)).not.toBeNull()
  cleanup()
  await open(codeAsk())
  expect(screen.queryByText(/any six digits do/)).toBeNull()
})

test('a secret is not shown while it is typed', async () => {
  await open(keysAsk())
  expect(screen.getByLabelText<HTMLInputElement>('Secret access key').type).toBe('password')
})

test('without both nothing is sent', async () => {
  const { asked } = await open(keysAsk())
  type('Access key ID', ID)
  await use()
  expect([asked.length, screen.getByText(/Both are needed/) !== null]).toEqual([1, true])
})

test('a slip in the ID leaves the secret where it is', async () => {
  const { refuse } = await open(keysAsk())
  refuse('user/enter-keys', problem({ code: 'user/bad-keys', message: 'This is not an access key id.', hint: '' }))
  type('Access key ID', 'AKIA')
  type('Secret access key', SECRET)
  await use()
  expect([
    screen.getByText(/This is not an access key id/) !== null,
    screen.getByLabelText<HTMLInputElement>('Secret access key').value,
  ]).toEqual([true, SECRET])
})

test('keys that AWS refused are asked for again, from the start', async () => {
  const { refuse } = await open(keysAsk())
  refuse('user/enter-keys', problem({ code: 'sts/invalid-keys', message: 'AWS does not know this key.', hint: '' }))
  type('Access key ID', ID)
  type('Secret access key', SECRET)
  await use()
  expect([
    screen.getByText(/AWS does not know this key/) !== null,
    screen.getByLabelText<HTMLInputElement>('Access key ID').value,
  ]).toEqual([true, ''])
})

test.each([
  [{ kind: 'sealed' } as const, /sealed by the system’s keychain/],
  [{ kind: 'memory', because: 'There is no keyring.' } as const, /in memory only, until Credtray quits\. There is no/],
])('the form says where keys are kept: %j', async (keeping, words) => {
  await open(keysAsk('root', keeping))
  expect(screen.getByText(words)).toBeDefined()
})

test('until the device shows a new code it counts down, and takes none', async () => {
  const wait = (until: Instant) => open({ ...codeAsk(), identity: identityName('root'), waitUntil: until })
  await wait(inSeconds(12, instant(Date.now())))
  expect([
    screen.getByText(/^The next code works in 1[12] s\.$/) !== null,
    screen.getByRole<HTMLButtonElement>('button', { name: 'Use code' }).disabled,
  ]).toEqual([true, true])
})

test('the code names the user that it is of, and who waits for it', async () => {
  await open({ ...codeAsk(), identity: identityName('root') }, 'child')
  expect(screen.getByLabelText('MFA code for root').getAttribute('aria-describedby')).toContain('device')
  expect(screen.getByText(/child gets its keys through it/).textContent).toContain('mfa/ana in account 111122223333')
})

test('who comes for the code a second time has it under the fingers again', async () => {
  await open({ ...codeAsk(), identity: identityName('root') })
  screen.getByRole('row').focus()
  await click(screen.getByRole('button', { name: 'Enter code' }))
  expect(document.activeElement).toBe(screen.getByLabelText('MFA code for root'))
})

test('cancel leads back to the row and sends nothing', async () => {
  const { asked } = await open({ ...codeAsk(), identity: identityName('root') })
  await click(screen.getByRole('button', { name: 'Cancel' }))
  expect([asked.length, document.activeElement?.getAttribute('role')]).toEqual([1, 'row'])
})

test('what failed again and again tells why, and tries once more when asked', async () => {
  const { asked } = await open({ kind: 'look', tries: 6, problem: problem({ message: 'No helper.' }) })
  await click(screen.getByRole('button', { name: 'Try again' }))
  expect([screen.getByText('No helper.') !== null, asked.at(-1)]).toEqual([
    true,
    { channel: 'session/refresh', input: { name: 'root', mfaCode: null } },
  ])
})

test('the first write is shown before it is made', async () => {
  const { asked } = await open({ kind: 'first-write', file: '/x', lines: [{ sign: '+', text: '[root]' }], also: [] })
  const line = screen.getByRole('list', { name: 'What changes in /x' }).textContent
  await click(screen.getByRole('button', { name: 'Write it' }))
  expect([line, asked.at(-1)?.channel]).toEqual(['added: + [root]', 'files/approve-first-write'])
})
