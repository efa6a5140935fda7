import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { instant, minutes } from '#core/base/time'
import { untilTime } from '../../renderer/lasting/target.ts'
import { identityName, liveFor, problem, snapshot, view, windowState } from '../support/states/builders.ts'
import { click, pressKey, renderApp } from '../support/window/rendered-app.tsx'

afterEach(cleanup)

const now = instant(Date.now())
const base = view('base', { state: liveFor(20, now) })
const leaf = view('leaf', {
  chain: [identityName('base'), identityName('leaf')],
  renewal: { source: 'assume-role', mode: 'manual', person: null, lead: minutes(15), asksFor: null },
  state: liveFor(30, now),
})

async function open() {
  const app = await renderApp(windowState(snapshot([leaf, base])))
  await pressKey('l')
  return app
}

describe('will it last?', () => {
  test('the key L opens it, for two hours', async () => {
    await open()
    expect([
      screen.getByRole('heading', { name: 'Will it last?' }) !== null,
      screen.getByRole('button', { name: '2 h' }).getAttribute('aria-pressed'),
      screen.getByText(/^1 of 2 does not reach/) !== null,
      screen.getByText(/then the configuration says to renew it by hand only/) !== null,
    ]).toEqual([true, 'true', true, true])
  })

  test('what helps is renewed in order, parents first', async () => {
    const { asked } = await open()
    await click(screen.getByRole('button', { name: '1 h' }))
    await click(screen.getByRole('button', { name: /^Renew/ }))
    expect(asked.filter(({ channel }) => channel === 'session/refresh').map(({ input }) => input)).toEqual([
      { name: 'base', mfaCode: null },
      { name: 'leaf', mfaCode: null },
    ])
  })

  test('one that fails stops no other, and is told', async () => {
    const { asked, refuse } = await open()
    await click(screen.getByRole('button', { name: '1 h' }))
    refuse('session/refresh', problem({ message: 'No network.' }))
    await click(screen.getByRole('button', { name: /^Renew/ }))
    expect([
      asked.filter(({ channel }) => channel === 'session/refresh').length,
      screen.getByText('No network.') !== null,
    ]).toEqual([2, true])
  })

  test('Esc leads back to the list', async () => {
    await open()
    await pressKey('Escape')
    expect(screen.queryByRole('heading', { name: 'Will it last?' })).toBeNull()
  })

  test('a time of day can be picked', async () => {
    await open()
    fireEvent.change(screen.getByLabelText('or until'), { target: { value: '12:00' } })
    expect(screen.getByRole('button', { name: '2 h' }).getAttribute('aria-pressed')).toBe('false')
  })
})

test('a time that has passed today is that of tomorrow', () => {
  const noon = new Date(2026, 10, 22, 12, 0).getTime()
  const at = (text: string) => untilTime(text, instant(noon))?.at
  expect([at('18:30'), at('11:00'), at('soon')]).toEqual([
    new Date(2026, 10, 22, 18, 30).getTime(),
    new Date(2026, 10, 23, 11, 0).getTime(),
    undefined,
  ])
})
