import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, seconds } from '#core/base/time'
import { createCodeBook } from '#engine/code-book'
import { NOW } from '../support/states/builders.ts'

// NOW is the first moment of a step: 20:00:00.
const PHONE = 'arn:aws:iam::111122223333:mfa/ana'
const at = (second: number) => after(NOW, seconds(second))

test('a code goes out, and then nothing until the device shows the next one', () => {
  const codes = createCodeBook()
  expect(codes.send({ serial: PHONE, code: '123456' }, at(18))).toBeNull()
  expect([codes.waitUntil(PHONE, at(18)), codes.send({ serial: PHONE, code: '654321' }, at(29))]).toEqual([
    at(30),
    at(30),
  ])
  expect([codes.waitUntil(PHONE, at(30)), codes.send({ serial: PHONE, code: '654321' }, at(30))]).toEqual([null, null])
})

test('a code that was refused makes room for another one at once, and is itself never sent again', () => {
  const codes = createCodeBook()
  codes.send({ serial: PHONE, code: '111111' }, at(5))
  codes.refused(PHONE)
  expect(codes.waitUntil(PHONE, at(6))).toBeNull()
  expect(codes.send({ serial: PHONE, code: '111111' }, at(6))).toBe(at(30))
  expect(codes.send({ serial: PHONE, code: '123456' }, at(7))).toBeNull()
})

test('a code of the step before is not sent twice, although AWS would take it for a while', () => {
  const codes = createCodeBook()
  codes.send({ serial: PHONE, code: '123456' }, at(28))
  expect(codes.send({ serial: PHONE, code: '123456' }, at(31))).toBe(at(60))
})

test('digits that come round by chance some minutes later are sent', () => {
  const codes = createCodeBook()
  codes.send({ serial: PHONE, code: '123456' }, at(0))
  expect(codes.send({ serial: PHONE, code: '123456' }, at(95))).toBeNull()
})

test('one device does not wait for another', () => {
  const codes = createCodeBook()
  codes.send({ serial: PHONE, code: '123456' }, at(0))
  expect(codes.send({ serial: 'GAHT12345678', code: '123456' }, at(1))).toBeNull()
})

test('law: between two codes of a device lies a new step or a refusal, and no code goes out twice within 30 s', () => {
  const tries = fc.array(
    fc.record({ wait: fc.nat(40), code: fc.constantFrom('111111', '222222', '333333'), wrong: fc.boolean() }),
  )
  fc.assert(
    fc.property(tries, (all) => {
      const codes = createCodeBook()
      const sent: { second: number; code: string; wrong: boolean }[] = []
      let second = 0
      for (const { wait, code, wrong } of all) {
        second += wait
        if (codes.send({ serial: PHONE, code }, at(second)) !== null) continue
        sent.push({ second, code, wrong })
        if (wrong) codes.refused(PHONE)
      }
      for (const [index, later] of sent.entries()) {
        const before = sent.slice(0, index)
        const last = before.at(-1)
        const isNewStep = last === undefined || Math.floor(last.second / 30) < Math.floor(later.second / 30)
        expect(isNewStep || last.wrong).toBe(true)
        expect(before.some(({ second: then, code }) => code === later.code && later.second - then < 30)).toBe(false)
      }
    }),
  )
})
