import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBuilder } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { sbom, shippedPackages } from '../../build/package/legal.mjs'
import { root } from '../../build/setup/project.mjs'

interface Locked {
  readonly version: string
  readonly dev?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

interface Bill {
  readonly bomFormat: string
  readonly components: readonly { readonly name: string; readonly version: string; readonly 'bom-ref': string }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
}

const lock: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
).packages
let bill: Bill

beforeAll(async () => {
  bill = JSON.parse(await sbom('99.1.2'))
})

test('everything that the app needs, and needs for that in turn, is in the list with its version, and nothing else', () => {
  const listed = bill.components.map((each) => each['bom-ref'])
  expect(bill.bomFormat).toBe('CycloneDX')
  expect(listed.toSorted()).toEqual([...needed(), 'electron@99.1.2'].toSorted())
})

test('no tool of the workshop is in the list', () => {
  const shipped = new Set(shippedPackages().map(({ name }) => name))
  const tools = Object.entries(lock).flatMap(([path, { dev }]) => {
    const name = nameOf(path)
    return dev === true && name !== 'electron' && !shipped.has(name) ? [name] : []
  })
  expect(tools).toEqual(expect.arrayContaining(['vite', 'electron-builder', 'typescript']))
  const listed = new Set(bill.components.map(({ name }) => name))
  expect(tools.filter((name) => listed.has(name))).toEqual([])
})

test('who needs whom is said of every package, and of no package that is not in the list', () => {
  const own = bill.metadata.component['bom-ref']
  const listed = new Set([own, ...bill.components.map((each) => each['bom-ref'])])
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
  expect(named.filter((ref) => !listed.has(ref))).toEqual([])
  expect(bill.dependencies.find(({ ref }) => ref === own)?.dependsOn).toContain('electron@99.1.2')
})

test('whose code is in a bundle is in the list, and so are its licences', async () => {
  const listed = new Set(shippedPackages().map(({ folder }) => folder))
  const bundled = await bundledPackages()
  expect(bundled).toEqual(expect.arrayContaining(['node_modules/react-dom', 'node_modules/electron-updater']))
  expect(bundled.filter((folder) => !listed.has(folder))).toEqual([])
})

/** By the lock, found as Node finds packages: beside the one that asks, or further up. */
function needed(): ReadonlySet<string> {
  const found = new Map<string, string>()
  const walk = (path: string): void => {
    for (const name of Object.keys(lock[path]?.dependencies ?? {})) {
      const place = placeOf(name, path)
      const version = lock[place]?.version
      if (version === undefined) throw new Error(`${name} for ${path} is not in the lock`)
      if (found.has(place)) continue
      found.set(place, `${name}@${version}`)
      walk(place)
    }
  }
  walk('')
  return new Set(found.values())
}

function placeOf(name: string, from: string): string {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (place in lock || from === '') return place
  return placeOf(name, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)))
}

/** The packages with at least one module in a bundle, as the lock names them. */
async function bundledPackages(): Promise<readonly string[]> {
  const write = { build: { write: false } }
  const builder = await createBuilder({
    configFile: join(root, 'build/vite.config.ts'),
    logLevel: 'error',
    ...write,
    environments: { main: write, preload: write },
  })
  const packages = new Set<string>()
  for (const environment of Object.values(builder.environments)) {
    const outputs = [await builder.build(environment)].flat()
    for (const each of outputs.flatMap((one) => ('output' in one ? one.output : []))) {
      if (each.type !== 'chunk') continue
      for (const id of each.moduleIds) for (const folder of packageOf(id)) packages.add(folder)
    }
  }
  return [...packages].toSorted()
}

/** `…/node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c`. Nothing for files of ours. */
function packageOf(id: string): readonly string[] {
  const inside = /(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)+/.exec(id.replaceAll('\\', '/'))
  return inside === null ? [] : [inside[0].slice(1)]
}

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')
