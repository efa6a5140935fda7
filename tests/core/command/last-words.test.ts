import { expect, test } from 'vitest'
import { lastWords } from '#core/command/last-words'
import { failedRow } from '#core/command/report'
import { problem, run, view } from '../../support/states/builders.ts'

const failing = failedRow('role', 'role', problem({ code: 'process/exit-nonzero' }))
const root = view('root', { lastRun: run({ stderr: 'the VPN is off\n' }) })
const role = view('role', { chain: [root.name, view('role').name] })

test('the helper that a role hangs on says why', () =>
  expect(lastWords(failing, [role, root])).toBe('Last run:\n  the VPN is off\n'))

test('of many lines the last ten', () => {
  const chatty = view('root', {
    lastRun: run({ stderr: Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n') }),
  })
  expect(lastWords(failing, [role, chatty]).split('\n').slice(0, 2)).toEqual(['Last run:', '  line 20'])
})

test.each([
  ['nothing was said', failing, [role, view('root', { lastRun: run({ stderr: '' }) })]],
  ['nothing was run', failing, [role, view('root')]],
  ['it is no fault of a helper', failedRow('role', 'role', problem({ code: 'trust/needed' })), [role, root]],
])('nothing is added where %s', (_name, row, views) => expect(lastWords(row, views)).toBe(''))
