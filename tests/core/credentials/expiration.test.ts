import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExpiration } from '#core/credentials/expiration'

/** ISO text of the instant that was read, or the hint of the refusal. */
function read(value: unknown): string | null {
  const reading = readExpiration(value)
  return reading.ok ? new Date(reading.at).toISOString() : reading.hint
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(9999, 11, 31) })
const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })

/** The same instant on a clock that is `minutes` ahead, in the parts of a date. */
function partsAt(ms: number, minutes: number) {
  const local = new Date(ms + minutes * 60_000)
  const [date = '', time = ''] = local.toISOString().split('T')
  const zone = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
  return { date, time: time.slice(0, -1), zone }
}

test('every way of writing an instant with an offset reads as that instant', () => {
  const forms = fc.record({
    basic: fc.boolean(),
    between: fc.constantFrom('T', 't', ' '),
    gap: fc.constantFrom('', ' '),
    colon: fc.boolean(),
    comma: fc.boolean(),
    extra: fc.stringMatching(/^\d{0,6}$/),
  })
  fc.assert(
    fc.property(instants, offsets, forms, (ms, minutes, form) => {
      const { date, time, zone } = partsAt(ms, minutes)
      if (date.length !== 10) return
      const shown = {
        date: form.basic ? date.replaceAll('-', '') : date,
        time: `${form.basic ? time.replaceAll(':', '') : time}${form.extra}`,
        zone: form.colon ? zone : zone.replace(':', ''),
      }
      const text = `${shown.date}${form.between}${form.comma ? shown.time.replace('.', ',') : shown.time}${form.gap}${shown.zone}`
      expect(read(text)).toBe(new Date(ms).toISOString())
    }),
    { numRuns: 2_000 },
  )
})

test('what toUTCString writes reads back, whatever the year', () => {
  fc.assert(
    fc.property(instants, (ms) => {
      const whole = Math.floor(ms / 1_000) * 1_000
      expect(read(new Date(whole).toUTCString())).toBe(new Date(whole).toISOString())
    }),
  )
})

test('any text reads as an instant or not at all, and without a zone never', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-+0-9TtZz: .,]{0,30}$/), (text) => {
      const reading = readExpiration(text)
      expect(!reading.ok || (Number.isFinite(reading.at) && /[Zz]|[-+]\d\d:?\d{0,2}$/.test(text.trim()))).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['2999-01-01T00:00Z', '2999-01-01T00:00:00.000Z'],
  ['2999-01-01T00:00:00.123456789Z', '2999-01-01T00:00:00.123Z'],
  ['2999-01-01T00:00:00.9999Z', '2999-01-01T00:00:00.999Z'],
  ['2999-01-01t00:00:00z', '2999-01-01T00:00:00.000Z'],
  ['2999-01-01T05:30:00+05:30', '2999-01-01T00:00:00.000Z'],
  ['29990101T053000+0530', '2999-01-01T00:00:00.000Z'],
  ['2999-01-01 00:00:00 UTC', '2999-01-01T00:00:00.000Z'],
  ['2999-01-01T00:00:00GMT', '2999-01-01T00:00:00.000Z'],
  ['2999-01-01 00:00:00.123456 +0000 UTC', '2999-01-01T00:00:00.123Z'],
  ['Tue, 01 Jan 2999 00:00:00 +0000', '2999-01-01T00:00:00.000Z'],
  ['2096-02-29T00:00:00Z', '2096-02-29T00:00:00.000Z'],
  ['2000-02-29T12:00:00-00:00', '2000-02-29T12:00:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('%j names one instant', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['2999-01-01T00:00:00', 'NO_TIME_ZONE'],
  ['2999-01-01 00:00', 'NO_TIME_ZONE'],
  ['29990101T000000', 'NO_TIME_ZONE'],
  ['29990101', 'NO_TIME_ZONE'],
  ['Tue, 01 Jan 2999 00:00:00', 'NO_TIME_ZONE'],
  [32_472_144_000, 'EPOCH'],
  ['32472144000000', 'EPOCH'],
  ['32472144000.5', 'EPOCH'],
  ['2999-02-30T00:00:00Z', null],
  ['2100-02-29T00:00:00Z', null],
  ['2999-00-01T00:00:00Z', null],
  ['2999-01-32T00:00:00Z', null],
  ['2999-01-01T25:00:00Z', null],
  ['2999-01-01T00:60:00Z', null],
  ['2999-01-01T00:00:61Z', null],
  ['2999-01-01T00:00:00+24:00', null],
  ['2999-01-01T00:00:00 EST', null],
  ['2999-01-01 00:00:00 -0800 PST', null],
  ['2999-01-01 00:00:00 +0100 UTC', null],
  ['2999-1-1T0:0:0Z', null],
  ['2999-0101T00:00:00Z', null],
  ['+002999-01-01T00:00:00Z', null],
  ['Tue, 01 Foo 2999 00:00:00 GMT', null],
  ['never', null],
  ['   ', null],
  [true, null],
  [{}, null],
])('%j is no clear instant, and the hint says why: %j', (value, hint) => {
  expect(readExpiration(value)).toEqual({ ok: false, hint })
})
