import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Checkup } from '#core/doctor/checkup'
import { firstCheckup } from '../../electron/app/first-checkup.ts'
import { snapshot } from '../support/states/builders.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'

/** What is told of these files, of the demo or not. */
async function told(text: string, demo = false): Promise<Checkup | 'nothing'> {
  const home = await mkdtemp(join(tmpdir(), 'credtray-test-'))
  await mkdir(join(home, '.aws'))
  await writeFile(join(home, '.aws/credentials'), text)
  const timer = fakeTimer()
  const found = await new Promise<Checkup | 'nothing'>((resolve) => {
    const engine = {
      checkedUp: resolve,
      snapshot() {
        if (demo) resolve('nothing')
        return snapshot([], { config: { file: null, demo, stale: false } })
      },
    }
    firstCheckup({ engine, machine: { platform: process.platform, env: {}, home }, timer })
    timer.turn(10_000)
  })
  await rm(home, { recursive: true })
  return found
}

test('a file that tools cannot read is found a moment after the start, without asking', async () => {
  const twice = '[a]\nregion = x\n[a]\nregion = y\n'
  expect([await told(twice), await told('[a]\nregion = x\n'), await told(twice, true)]).toEqual([
    { serious: 1 },
    { serious: 0 },
    'nothing',
  ])
})
