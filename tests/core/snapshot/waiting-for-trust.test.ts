import { describe, expect, test } from 'vitest'
import { identityRow } from '#core/command/report'
import { createTeller } from '#core/notices/notices'
import type { StateView } from '#core/snapshot/snapshot'
import { summaryLine } from '#core/snapshot/summary'
import { stateShape, stateWords } from '#core/snapshot/wording'
import type { TrustQuestion } from '#core/trust/judge'
import { inMinutes, NOW, problem, snapshot, view } from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const because = problem({ code: 'trust/needed', message: '"staging" would run a command that you have not approved.' })
const waiting = (isActive: boolean, left: number | null = null): StateView => ({
  kind: 'waiting-for-trust',
  isActive,
  because,
  keysSince: left === null ? null : inMinutes(-10),
  expiresAt: left === null ? null : inMinutes(left),
})
const trust: TrustQuestion = { file: '/repo/atmos.yaml', digest: '0'.repeat(64), items: [], refusal: null }
const shown = (state: StateView) => snapshot([view('staging', { state })], { trust })

describe('an identity that waits for trust', () => {
  test.each([
    [waiting(true), 'waiting for trust'],
    [waiting(true, 8), 'waiting for trust, keys good for 8 min'],
  ])('says so, and how long its old keys are good', (state, words) =>
    expect([stateShape(state), stateWords(state, NOW)]).toEqual(['hollow-diamond', words]),
  )

  test('is opened and not activated from the tray', () => {
    const { menu } = trayModel(shown(waiting(false)), NOW)
    const row = menu.find(({ id }) => id === 'identity/staging')
    expect(row).toMatchObject({ kind: 'action', action: { kind: 'open-identity', name: 'staging' } })
  })

  test('asks by the icon and the summary only where the person wants it', () => {
    const look = (isActive: boolean) => {
      const one = shown(waiting(isActive))
      return [trayModel(one, NOW).icon, summaryLine(one, NOW)]
    }
    expect([look(true), look(false)]).toEqual([
      ['needs-you', 'staging waits for your trust'],
      ['calm', 'No identity is active'],
    ])
  })

  test('interrupts once, when its command has changed under way', () => {
    const live = shown({ kind: 'live', since: inMinutes(-30), expiresAt: inMinutes(30) })
    const teller = createTeller(live, true)
    const first = teller.tell(stepBetween(live, shown(waiting(true, 30))), false)
    const second = teller.tell(stepBetween(shown(waiting(true, 30)), shown(waiting(true, 29))), false)
    expect([first.notices.map(({ title }) => title), second.notices]).toEqual([['staging waits for your trust'], []])
  })

  test('is told to programs with the reason, and as active only where it is wanted', () =>
    expect([waiting(true), waiting(false)].map((state) => identityRow(view('staging', { state })))).toMatchObject([
      { active: true, state: 'waiting for trust', problem: because },
      { active: false, state: 'waiting for trust', problem: because },
    ]))
})

test('the menu leads to the question while there is one', () => {
  const has = (question: TrustQuestion | null) =>
    trayModel(snapshot([view()], { trust: question }), NOW).menu.some(({ id }) => id === 'trust')
  expect([has(trust), has(null)]).toEqual([true, false])
})
