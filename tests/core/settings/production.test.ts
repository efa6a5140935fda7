import { expect, test } from 'vitest'
import { isProduction } from '#core/settings/production'
import { identityName, profileName } from '../../support/states/builders.ts'

const rule = (tags: readonly string[], patterns: readonly string[]) => ({ tags, patterns, deactivateAfter: null })
const shop = { name: identityName('shop-prod-eu'), profile: profileName('shop'), tags: ['Prod'] }

test('a tag counts whatever its case', () => {
  expect(isProduction(shop, rule(['prod'], []))).toBe(true)
})

test.each([
  ['*prod*', true],
  ['shop-*-eu', true],
  ['SHOP', true],
  ['shop-prod-e', false],
  ['*prod', false],
  ['eu*', false],
  ['shop*shop-prod-eu', false],
  ['*', true],
])('the pattern %s: %s', (pattern, fits) => {
  expect(isProduction({ ...shop, tags: [] }, rule([], [pattern]))).toBe(fits)
})

test('a pattern made to be slow is as quick as any', () => {
  const name = identityName('a'.repeat(250))
  expect(isProduction({ ...shop, name, tags: [] }, rule([], [`${'*a'.repeat(200)}b`]))).toBe(false)
})
