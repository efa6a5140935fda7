import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import {
  identityName,
  inMinutes,
  liveFor,
  problem,
  profileName,
  run,
  snapshot,
  view,
  windowState,
} from '../../support/states/builders.ts'
import { click, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

/** The details of the first of these. */
async function details(views: readonly IdentityView[], changes: Partial<Snapshot> = {}) {
  const app = await renderApp(windowState(snapshot(views, changes)))
  await act(async () => app.pick(views[0]?.name ?? identityName('')))
  return app
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const changes = ({ asked }: { readonly asked: readonly { channel: string; input: unknown }[] }) =>
  asked.filter(({ channel }) => channel === 'settings/change').map(({ input }) => input)

test('a helper that failed is quoted right where the failure is told, not only further down', async () => {
  const failure = problem({ code: 'process/exit-nonzero', message: 'vpn-off.sh failed with status 1.' })
  const state = { kind: 'failed', problem: failure, keysSince: null, expiresAt: null, retryAt: null } as const
  await details([view('a', { state, lastRun: run({ exitCode: 1, stderr: 'Your VPN is off.\n' }) })])
  expect(document.querySelector('.problem')?.textContent).toContain('“Your VPN is off.”')
})

describe('the profile', () => {
  const rename = async (text: string, others: readonly IdentityView[] = [], change: Partial<Snapshot> = {}) => {
    const app = await details([view('a', { state: liveFor(30) }), ...others], change)
    await click(button('Rename…'))
    fireEvent.change(screen.getByLabelText('Profile of a'), { target: { value: text } })
    await click(button('Rename'))
    return app
  }

  test('gets another name, beside the choices for others', async () => {
    const settings = { ...DEFAULT_SETTINGS, profiles: { b: profileName('bee') } }
    expect(changes(await rename('work', [], { settings }))).toEqual([{ profiles: { a: 'work', b: 'bee' } }])
    expect(screen.queryByLabelText('Profile of a')).toBeNull()
  })

  test.each([
    ['no name', ''],
    ['a name that tools cannot read', 'my work'],
    ['the one that leaks into all others', 'DEFAULT'],
  ])('does not get %s', async (_what, text) => {
    expect([changes(await rename(text)), screen.getByLabelText('Profile of a').getAttribute('aria-invalid')]).toEqual([
      [],
      'true',
    ])
  })

  test('does not get one that another identity writes to, and hears which', async () => {
    const app = await rename('bee', [view('b', { profile: profileName('bee') })])
    expect([changes(app), screen.getByText(/b writes to bee already/) !== null]).toEqual([[], true])
  })

  test('goes back to what the YAML says', async () => {
    const settings = { ...DEFAULT_SETTINGS, profiles: { a: profileName('work'), b: profileName('bee') } }
    const app = await details([view('a', { profile: profileName('work') })], { settings })
    await click(button('Rename…'))
    await click(button('As in the YAML'))
    expect(changes(app)).toEqual([{ profiles: { b: 'bee' } }])
  })

  test('shows what stands in the file, and asks again after a renewal', async () => {
    const app = await details([view('a', { state: liveFor(30) })])
    app.answer('session/written-lines', {
      file: '/home/ana/.aws/credentials',
      owner: 'us',
      lines: [
        { number: 7, text: '[a]' },
        { number: 8, text: 'aws_access_key_id = ASIA…MPLE' },
      ],
      region: null,
    })
    await act(async () => app.push(windowState(snapshot([view('a', { state: liveFor(60) })]))))
    expect(screen.getByRole('list', { name: 'What stands under a' }).textContent).toBe(
      '7[a]8aws_access_key_id = ASIA…MPLE',
    )
  })
})

describe('the runs of a helper', () => {
  test('are shown word by word, and the ones before when somebody asks', async () => {
    const app = await details([view('a', { lastRun: run({ argv: ['helper', 'two words'] }), earlierRuns: 1 })])
    app.answer('session/earlier-runs', [run({ startedAt: inMinutes(-20), argv: ['helper', 'before'], exitCode: 3 })])
    const before = screen.queryByText('before')
    const words = screen.getByRole('list', { name: 'The words that were started' }).textContent
    const disclosure = screen.getByText('1 earlier run').closest('details') ?? document.createElement('details')
    await act(async () => {
      disclosure.open = true
      fireEvent(disclosure, new Event('toggle'))
    })
    expect([before, words, screen.getByText('exit code 3') !== null]).toEqual([null, 'helpertwo words', true])
  })

  test('are copied by main, which names no secret', async () => {
    const app = await details([view('a', { lastRun: run() })])
    await click(button(/Copy this run/))
    expect(app.asked.at(-1)).toEqual({ channel: 'session/copy-run', input: { name: 'a', startedAt: inMinutes(-1) } })
  })
})

test('the place where an identity is written opens in the editor', async () => {
  const app = await details([view('a')])
  await click(button(/atmos.yaml:12:5/))
  expect(app.asked.at(-1)).toEqual({
    channel: 'config/open',
    input: { file: '/home/ana/project/atmos.yaml', line: 12, column: 5 },
  })
})

test('a warning says why, and the way out', async () => {
  await details([view('a', { warnings: ['NO_EXPIRATION'] })])
  expect(screen.getByText(/Let the command print Expiration/)).toBeDefined()
})

test('a chosen profile that somebody else has is told beside the one that is used', async () => {
  const settings = { ...DEFAULT_SETTINGS, profiles: { a: profileName('b') } }
  await details([view('a', { state: liveFor(30) }), view('b')], { settings })
  expect(screen.getByText(/The profile name you chose for "a", b, is taken by "b"/)).toBeDefined()
})

test('the line of a note opens in the editor', async () => {
  const message = 'A key is there twice (/home/ana/.aws/credentials:9). Delete one.'
  const app = await details([view('a', { fileNotes: [{ code: 'DUPLICATE_KEY', message }] })])
  await click(button('~/.aws/credentials:9'))
  expect(app.asked.at(-1)?.input).toEqual({ file: '/home/ana/.aws/credentials', line: 9, column: 1 })
})
