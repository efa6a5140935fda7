import { expect, test } from 'vitest'
import { deviceWords } from '#core/identity/device-words'

test('an ARN is told as device and account', () => {
  expect(deviceWords('arn:aws-cn:iam::111122223333:mfa/ana')).toBe('mfa/ana in account 111122223333')
})

test('the serial number of a piece of hardware is told as it is', () => {
  expect(deviceWords('GAHT12345678')).toBe('GAHT12345678')
})
