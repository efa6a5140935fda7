import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completed, missingFromLock } from '../../build/setup/lock.mjs'
import { root } from '../../build/setup/project.mjs'

test('the lock holds the optional packages of every system, or npm ci would refuse it (npm run lock)', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(missingFromLock(lock).map(({ name }) => name)).toEqual([])
})

test('a package for another system is written in with its system', () => {
  const tool = {
    version: '1.0.0',
    license: 'MIT',
    dev: true,
    optionalDependencies: { '@tool/binding-linux-arm64-musl': '1.0.0' },
  }
  const lock = { packages: { 'node_modules/tool': tool } }
  expect(completed(lock, missingFromLock(lock)).packages['node_modules/@tool/binding-linux-arm64-musl']).toEqual({
    version: '1.0.0',
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
    dev: true,
    license: 'MIT',
    optional: true,
  })
})
