import { expect, test } from 'vitest'
import { instant, milliseconds } from '#core/base/time'
import { runText } from '#core/command/run-text'
import { identityName, run } from '../../support/states/builders.ts'

const startedAt = instant(Date.UTC(2026, 10, 22, 18, 0, 0))
const text = (changes: Parameters<typeof run>[0]) => runText(identityName('dev'), run({ startedAt, ...changes }))

test('a run that went wrong is told with its words, how it ended and what it said', () => {
  expect(
    text({
      command: 'helper --role "two words"',
      argv: ['helper', '--role', 'two words'],
      lasted: milliseconds(2_340),
      exitCode: 3,
      stderr: 'VPN is off\nsecond line',
    }),
  ).toBe(`dev, 2026-11-22T18:00:00Z: 2.3 s, exit code 3
command: helper --role "two words"
started as: ["helper","--role","two words"]
stderr:
VPN is off
second line
`)
})

test.each([
  ['one that goes on', { lasted: null, exitCode: null }, 'still running'],
  ['one that was stopped', { lasted: milliseconds(60_000), exitCode: null }, '60.0 s, stopped before it ended'],
])('%s says so', (_name, changes, words) => expect(text(changes).split('\n')[0]).toContain(words))

test('one that never came to its words, and said nothing, has no empty lines', () => {
  expect(text({ argv: null, stderr: '' }).split('\n').slice(2)).toEqual(['It wrote nothing to stderr.', ''])
})
