import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flexibleDuration, goDuration, unitDuration } from '#core/config/durations'

test.each([
  ['1h', 3_600_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['.5m', 30_000],
  ['+90s', 90_000],
  ['1500ms', 1_500],
  ['2000000us', 2_000],
  ['3600', null],
  ['1d', null],
  ['0s', null],
  ['-1h', null],
  ['1h 30m', null],
  ['', null],
  ['h', null],
  ['99999999999h', null],
])('Go reads %j as %s', (text, expected) => expect(goDuration(text)).toBe(expected))

test.each([
  ['2d', 172_800_000],
  [' 55m ', 3_300_000],
  ['1d12h', null],
  ['60', null],
])('a unit must be named: %j is %s', (text, expected) => expect(unitDuration(text)).toBe(expected))

test.each([
  ['3600', 3_600_000],
  [3600, 3_600_000],
  ['2d', 172_800_000],
  ['1h30m', 5_400_000],
  [0, null],
  [-5, null],
  [1.5, null],
])('a session may last %j, which is %s', (written, expected) => expect(flexibleDuration(written)).toBe(expected))

describe('laws', () => {
  const parts = fc.record({ h: fc.nat(1000), m: fc.nat(1000), s: fc.integer({ min: 1, max: 1000 }) })

  test('hours, minutes and seconds add up, in every form', () => {
    fc.assert(
      fc.property(parts, ({ h, m, s }) => {
        const text = `${h}h${m}m${s}s`
        const ms = (h * 3_600 + m * 60 + s) * 1_000
        expect([goDuration(text), unitDuration(text), flexibleDuration(text)]).toEqual([ms, ms, ms])
      }),
    )
  })

  test('what comes out is a whole number above nothing, whatever goes in', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[+-]?[0-9.]{0,25}(?:ns|us|ms|s|m|h|d)?[0-9.]{0,5}[smhd]?$/))
    fc.assert(
      fc.property(text, (written) => {
        const read = [goDuration(written), unitDuration(written), flexibleDuration(written)]
        expect(read.filter((ms) => ms !== null && !(Number.isSafeInteger(ms) && ms > 0))).toEqual([])
      }),
    )
  })
})
