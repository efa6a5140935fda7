import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { milliseconds } from '#core/base/time'
import type { TrialOutcome, TrialView } from '#core/snapshot/trial'
import {
  identityName,
  inMinutes,
  NOW,
  problem,
  run,
  snapshot,
  view,
  waitingForTrust,
  windowState,
} from '../../support/states/builders.ts'
import { click, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

const staging = identityName('staging')
const good: TrialOutcome = {
  kind: 'good',
  expiresAt: inMinutes(60),
  account: '111122223333',
  arn: 'arn:aws:sts::111122223333:assumed-role/Dev/ana',
  arnProblem: null,
  isExpected: true,
  warnings: [],
}
const ended: TrialView = {
  startedAt: NOW,
  lasted: milliseconds(800),
  run: { ...run({ argv: ['aws-sso-helper'], stderr: 'session is fresh' }), of: staging },
  hops: [{ name: staging, how: 'new' }],
  outcome: good,
}

async function open(trial?: TrialView) {
  const changes = trial === undefined ? {} : { trial }
  const app = await renderApp(windowState(snapshot([view('staging', changes)])))
  await act(async () => app.pick(staging))
  return app
}

const section = () => screen.getByRole('heading', { name: 'Try it' }).parentElement?.textContent ?? ''
const button = (name: string) => screen.getByRole('button', { name })

describe('trying', () => {
  test('is one button, which says that nothing is kept', async () => {
    const { asked } = await open()
    expect(section()).toContain('keeps nothing')
    await click(button('Try without writing'))
    expect(asked.at(-1)).toEqual({ channel: 'session/try', input: 'staging' })
  })

  test('can be stopped while it runs, and shows what its helper says', async () => {
    const { run: was } = ended
    if (was === null) throw new Error('it has run')
    const underway = { ...ended, lasted: null, outcome: null, run: { ...was, lasted: null, stderr: 'Open the page' } }
    const { asked } = await open(underway)
    expect(section()).toContain('Open the page')
    const before = asked.length
    await click(button('Try without writing'))
    const again = asked.length
    await click(button('Stop trying'))
    expect([again, asked.at(-1)]).toEqual([before, { channel: 'session/end-trial', input: 'staging' }])
  })

  test('is not offered where nothing may run', async () => {
    const app = await renderApp(windowState(snapshot([view('staging', { state: waitingForTrust() })])))
    await act(async () => app.pick(staging))
    expect(screen.queryByRole('heading', { name: 'Try it' })).toBe(null)
  })
})

describe('what came', () => {
  test('is said with its end, whose keys they are, how long it took, and that nothing was written', async () => {
    const { asked } = await open(ended)
    for (const words of [
      /Good keys came, which would last until /,
      /assumed-role\/Dev\/ana/,
      /Nothing was written, and the keys are dropped\. Tried .*, took 0\.8 s\./,
      /exit code 0/,
      /session is fresh/,
    ])
      expect(section()).toMatch(words)
    await click(button('Clear'))
    expect(asked.at(-1)).toEqual({ channel: 'session/end-trial', input: 'staging' })
  })

  test('with no expiry is said so', async () => {
    await open({ ...ended, outcome: { ...good, expiresAt: null } })
    expect(section()).toContain('Good keys came, with no expiry.')
  })

  test('is what is wrong and the way out, where nothing good came', async () => {
    const outcome = {
      kind: 'bad',
      problem: problem({ message: 'It printed no JSON.', hint: 'Run it.' }),
      at: staging,
    } as const
    await open({ ...ended, outcome })
    expect(section()).toMatch(/It printed no JSON\..*Run it\..*Nothing was written/)
  })

  test('of a chain says what was signed with, and whose command ran', async () => {
    const base = identityName('corp-base')
    const { run: was } = ended
    if (was === null) throw new Error('it has run')
    const hops = [
      { name: base, how: 'held' },
      { name: staging, how: 'new' },
    ] as const
    await open({ ...ended, hops, run: { ...was, of: base } })
    expect(section()).toMatch(/Signed with the session of corp-base that is held already\..*The command of corp-base:/)
  })

  test('that is somebody else’s is said in as many words', async () => {
    await open({ ...ended, outcome: { ...good, isExpected: false, arnProblem: problem({ message: 'STS was away.' }) } })
    expect(section()).toMatch(/These are keys of somebody else.*STS was away\./)
  })
})

test('a command that something is filled into stands as the file writes it, with the names of what was', async () => {
  const template = { text: '{{getenv "HOME"}}/bin/helper', variables: ['HOME'] }
  const app = await renderApp(windowState(snapshot([view('staging', { template })])))
  await act(async () => app.pick(staging))
  const source = screen.getByRole('heading', { name: 'Source' }).parentElement?.textContent ?? ''
  expect(source).toMatch(/In the file\{\{getenv "HOME"\}\}\/bin\/helperFilled inHOME/)
})
