import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedPackages } from '../../build/package/legal.mjs'
import { root } from '../../build/setup/project.mjs'

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

test('every dependency is one version and no range, with or without an alias', () => {
  const { dependencies, devDependencies } = read('package.json')
  const ranges = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(ranges).toEqual([])
})

test('every locked package of npm has a hash, so that nothing else can come in its place', () => {
  const entries = Object.entries<{ integrity?: string; optional?: boolean; resolved?: string }>(
    read('package-lock.json').packages,
  )
  const unsealed = entries.filter(
    ([path, { integrity, optional }]) => path !== '' && optional !== true && integrity === undefined,
  )
  expect(unsealed.map(([path]) => path)).toEqual([])
})

test('what ships is what the app depends on, and no tool', () => {
  const names = shippedPackages().map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(read('package.json').dependencies)))
  expect(
    names.filter((name) => ['vite', 'electron', 'electron-builder', 'typescript', 'vitest'].includes(name)),
  ).toEqual([])
})
