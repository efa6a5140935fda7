import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { filesUnder } from '../support/house/files-under.ts'

const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

test('every file that the security page names is there', () => {
  const named = [...page.matchAll(/`((?:electron|tests|build|renderer)\/[\w./-]+)`/g)].flatMap(([, file]) => file ?? [])
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('all twenty items of the checklist stand there, in order', () => {
  const numbers = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 20 }, (_none, at) => at + 1))
})

test('no switch that opens the window is ever set', () => {
  const open =
    /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|nodeIntegration\w*: true|contextIsolation: false|sandbox: false|no-sandbox/
  const found = filesUnder(['electron', 'renderer']).filter((file) => open.test(readFileSync(join(root, file), 'utf8')))
  expect(found).toEqual([])
})

test('every host that main names stands on the page', () => {
  const hosts = filesUnder(['electron']).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^(?!\s*(?:\*|\/\/|\/\*\*)).*?'https:\/\/([\w.-]+)/gm)].map(
      ([, host]) => host ?? '',
    ),
  )
  // Where a person's browser goes, and the name of an XML namespace of the demo.
  const known = (host: string): boolean => page.includes(host) || host.startsWith('console.')
  expect(hosts.length).toBeGreaterThan(3)
  expect(hosts.filter((host) => !known(host))).toEqual([])
})
