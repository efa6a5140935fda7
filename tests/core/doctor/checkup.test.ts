import { expect, test } from 'vitest'
import { checkupOf, checkupWords } from '#core/doctor/checkup'
import type { FindingCode } from '#core/doctor/finding'
import { NOW, snapshot, view } from '../../support/states/builders.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const found = (...codes: readonly FindingCode[]) =>
  checkupOf({ findings: codes.map((code) => ({ code, message: '', file: null, line: null })), unchecked: [] })

test('what makes tools fail is counted, what is merely untidy is not', () => {
  expect([found('LOOSE_MODE', 'NO_TRAY_HOST'), found('BOM', 'LOOSE_MODE', 'DUPLICATE_SECTION')]).toEqual([
    { serious: 0 },
    { serious: 2 },
  ])
})

test('one and several have words of their own', () => {
  expect([1, 2].map((serious) => checkupWords({ serious }))).toEqual([
    'One thing in your AWS files keeps tools from working right',
    '2 things in your AWS files keep tools from working right',
  ])
})

test('the tray has one line that leads to the check-up, and none where all is well', () => {
  const row = (serious: number) =>
    trayModel(snapshot([view()], { checkup: { serious } }), NOW).menu.find(({ id }) => id === 'checkup')
  expect([row(2), row(0)]).toMatchObject([
    { label: '2 problems in your AWS files…', action: { kind: 'open-screen', screen: 'files' } },
    undefined,
  ])
})
