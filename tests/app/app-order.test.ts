import { expect, test } from 'vitest'
import { appOrder } from '../../electron/app/app-order.ts'

const nowhere = { config: null, folder: null, dataDir: null }

test.each([
  [[], { hidden: false, link: null, where: nowhere }],
  [['--hidden'], { hidden: true, link: null, where: nowhere }],
  [['credtray://identity/a'], { hidden: false, link: 'credtray://identity/a', where: nowhere }],
  [['--no-sandbox', '--', 'credtray:x --hidden'], { hidden: false, link: 'credtray:x --hidden', where: nowhere }],
  [['--', 'credtray:x', '--hidden', '--config', '/evil'], { hidden: false, link: 'credtray:x', where: nowhere }],
  [
    ['--config', 'credtray://identity/a'],
    { hidden: false, link: null, where: { ...nowhere, config: 'credtray://identity/a' } },
  ],
])('%j', (args, order) => {
  expect(appOrder(args)).toEqual(order)
})
