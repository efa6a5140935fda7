import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlantedHouse, plantHouse } from '../support/house/planted-house.ts'

// A boundary tool that was never seen to fail is not trusted: each rule of the house is broken here once.

interface Fault {
  readonly what: string
  readonly file: string
  readonly text: string
  readonly rule: string
}

const body = (lines: number): string => Array.from({ length: lines }, (_, line) => `  console.log(${line})`).join('\n')

const lintFaults: readonly Fault[] = [
  refused('core', 'Electron', "import 'electron'"),
  refused('core', 'Node', "import 'node:fs'"),
  refused('core', 'a package that is not yaml or zod', "import 'react'"),
  refused('engine', 'a package', "import 'yaml'"),
  refused('engine', 'Node', "import 'node:fs'"),
  refused('host', 'Electron', "import 'electron'"),
  refused('host', 'React', "import 'react'"),
  refused('host', 'shell', "import '#shell/tray'"),
  refused('bridge', 'zod outside decode.ts', "import 'zod'"),
  refused('bridge', 'Electron', "import 'electron'"),
  refused('shell', 'host', "import '#host/clock'"),
  refused('shell', 'the AWS SDK', "import '@aws-sdk/client-sts'"),
  { ...refused('', 'a package in the window', "import 'yaml'"), file: 'renderer/fault-package.ts' },
  { ...refused('', 'host in the window', "import '#host/clock'"), file: 'renderer/fault-host.ts' },
  { ...refused('', 'the engine in the preload', "import '#engine/engine'"), file: 'electron/preload.ts' },
  { ...refused('', 'Electron in the command line', "import 'electron'"), file: 'electron/cli.ts' },
  refused('commands', 'Electron', "import 'electron'"),
  refused('commands', 'the shell', "import '#shell/tray'"),
  { ...refused('', 'an order on the command line', "import './orders/orders.ts'"), file: 'electron/assemble.ts' },
  refused('orders', 'Electron', "import 'electron'"),
  refused('orders', 'the shell', "import '#shell/tray'"),
  { ...refused('', 'a test tool in main', "import 'vitest'"), file: 'electron/main.ts' },
  refused('app', 'a test tool', "import 'vitest'"),
  fault('core reads the clock', 'no-restricted-globals', 'export const now = Date.now()'),
  fault('core looks at the process', 'no-restricted-globals', 'export const id = process.pid'),
  fault('core throws dice', 'no-restricted-properties', 'export const dice = Math.random()'),
  fault('a promise floats', 'no-floating-promises', 'Promise.resolve(1)'),
  fault(
    'a switch forgets a case',
    'switch-exhaustiveness-check',
    "declare const kind: 'a' | 'b'\nswitch (kind) {\n  case 'a':\n    break\n}",
  ),
  fault('any', 'no-explicit-any', 'export const x = (y: any): string => String(y)'),
  fault('an exclamation mark', 'no-non-null-assertion', 'export const x = (y: string | null): string => y!'),
  fault('an assertion', 'no-unsafe-type-assertion', 'export const x = (y: unknown): string => y as string'),
  fault('a default export', 'no-default-export', 'export default 1'),
  fault('a barrel', 'no-barrel-file', "export * from './fault-cycle-a.ts'"),
  fault(
    'a mock of a module',
    'no-restricted-properties',
    "declare const vi: { mock(path: string): void }\nvi.mock('x')",
    'host',
  ),
  fault('a long file', 'max-lines', Array.from({ length: 260 }, (_, line) => `export const x${line} = 1`).join('\n')),
  fault('a long function', 'max-lines-per-function', `export function long() {\n${body(55)}\n}`),
  fault('four parameters', 'max-params', 'export const x = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d'),
  fault(
    'a tangled function',
    'complexity',
    `export function x(y: number): number {\n${Array.from({ length: 11 }, (_, n) => `  if (y === ${n}) y += 1`).join('\n')}\n  return y\n}`,
  ),
  { what: 'a ring of imports', rule: 'no-cycle', file: 'electron/core/fault-cycle-a.ts', text: cycle('b') },
]

const wordFaults: readonly Fault[] = [
  compiled('core', 'a timer', 'TS2304', 'setTimeout(() => {}, 1)'),
  compiled('core', 'the console', 'TS2584', "console.log('x')"),
  compiled('core', 'Node', 'TS2591', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync"),
  compiled(
    'shell',
    'what only the newer Electron has',
    'TS2339',
    "import { nativeTheme } from 'electron'\nexport const x = nativeTheme.shouldDifferentiateWithoutColor",
  ),
  compiled(
    'shell',
    'what only the older Electron has',
    'TS2339',
    "import { app } from 'electron'\nexport const x = app.isUnityRunning()",
  ),
]

const wallFaults: readonly Fault[] = [
  compiled('core', 'the engine', 'TS6307', "import { there } from '#engine/there'\nexport const x = there"),
  compiled(
    'core',
    'the engine by path',
    'TS6307',
    "import { there } from '../engine/there-by-path.ts'\nexport const x = there",
  ),
  compiled('engine', 'host', 'TS6307', "import { there } from '#host/there'\nexport const x = there"),
  compiled('shell', 'host', 'TS6307', "import { there } from '#host/there'\nexport const x = there"),
  compiled('bridge', 'the engine', 'TS6307', "import { there } from '#engine/there'\nexport const x = there"),
  {
    ...compiled('', 'host', 'TS6307', "import { there } from '#host/there'\nexport const x = there"),
    file: 'renderer/wall-host.ts',
  },
]

/** What the faults reach for, and a second of it: the compiler names a file that is out of reach only once. */
const there = Object.fromEntries(
  ['core/there', 'engine/there', 'engine/there-by-path', 'host/there', 'bridge/there', 'shell/there'].map((path) => [
    `electron/${path}.ts`,
    'export const there = 1',
  ]),
)

let houses: readonly PlantedHouse[]
let linted: readonly string[]
let compiledWords: readonly string[]
let compiledWalls: readonly string[]

// The compiler looks at words only where the walls stand, so the two are planted apart.
beforeAll(async () => {
  const forLint = plantHouse({ ...there, ...planted(lintFaults), 'electron/core/fault-cycle-b.ts': cycle('a') })
  const forWords = plantHouse({ ...there, ...planted(wordFaults) })
  const forWalls = plantHouse({ ...there, ...planted(wallFaults) })
  houses = [forLint, forWords, forWalls]
  linted = await forLint.lint()
  compiledWords = await forWords.compile()
  compiledWalls = await forWalls.compile()
}, 60_000)

afterAll(() => houses.forEach((house) => house.remove()))

describe('lint refuses', () => {
  test.each(lintFaults)('$what ($file)', ({ file, rule }) => {
    expect(linted).toContain(`${file}: ${rule}`)
  })

  test('nothing where there is no fault', () => {
    expect(linted.filter((finding) => finding.includes('/there'))).toEqual([])
  })
})

describe('the compiler refuses', () => {
  test.each(wordFaults)('$what in $file', ({ file, rule }) => {
    expect(compiledWords).toContain(`${file}: ${rule}`)
  })

  test.each(wallFaults)('$what in $file', ({ file, rule }) => {
    expect(compiledWalls).toContain(`${file}: ${rule}`)
  })
})

function planted(faults: readonly Fault[]): Record<string, string> {
  return Object.fromEntries(faults.map(({ file, text }) => [file, text]))
}

function refused(room: string, what: string, text: string): Fault {
  return { what: `${what} in ${room}`, rule: 'no-restricted-imports', file: fileFor(room, what), text }
}

function fault(what: string, rule: string, text: string, room = 'core'): Fault {
  return { what, rule, file: fileFor(room, what), text }
}

function compiled(room: string, what: string, rule: string, text: string): Fault {
  return { what, rule, file: fileFor(room, `wall ${what}`), text }
}

function fileFor(room: string, what: string): string {
  return `electron/${room}/fault-${what.toLowerCase().replaceAll(/\W+/g, '-')}.ts`
}

function cycle(other: string): string {
  return `import { x as y } from './fault-cycle-${other}.ts'\nexport const x = (): unknown => y`
}
