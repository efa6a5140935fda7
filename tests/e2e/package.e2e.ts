import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { fusesFor } from '../../build/electron-builder.mjs'
import { readFuses } from '../../build/package/fuses.mjs'
import { faultsIn } from '../../build/package/inspect-package.mjs'
import { drivenForm, shippedForm } from '../../build/package/tested-package.mjs'
import { sandboxSwitch } from '../../build/setup/run-app.mjs'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { runAs } from '../support/app/run-as.ts'

test.skip(process.platform !== 'linux', 'npm test makes the package of Linux only')

const shipped = join(shippedForm, 'credtray')
const command = join(shippedForm, 'bin/credtray')

test('the package holds what people need and nothing of the workshop, and its fuses are set', () => {
  expect(faultsIn(shippedForm, process.platform)).toEqual([])
})

test('what the other tests drive is the shipped program but for the fuse that lets a debugger in', () => {
  const differences = differentBytes(readFileSync(shipped), readFileSync(join(drivenForm, 'credtray')))
  const { resetAdHocDarwinSignature: _mac, ...wanted } = fusesFor('linux')
  expect({ differences, shipped: readFuses(shipped), driven: readFuses(join(drivenForm, 'credtray')) }).toEqual({
    differences: 1,
    shipped: wanted,
    driven: { ...wanted, enableNodeCliInspectArguments: true },
  })
})

test.describe('the shipped program, which no debugger can get into,', () => {
  let person: Person

  test.beforeEach(async () => {
    person = await arrive()
    person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  })

  test.afterEach(async () => {
    await person.leave()
  })

  test('comes up in the tray, writes keys, answers its command line and quits', async () => {
    const running = runAs(person, shipped, [...sandboxSwitch(), '--hidden', '--inspect=0'])
    const tray = await appTray(person.desktop)
    await tray.clickIdentity('staging')
    await expect.poll(() => person.profile('staging')).toMatchObject({ manager: 'credtray' })
    const status = await runAs(person, command, ['status', '--json'])
    expect(JSON.parse(status.stdout)).toEqual([expect.objectContaining({ identity: 'staging', state: 'live' })])

    await tray.quit()
    const { code, stderr } = await running
    expect({ code, debugger: stderr.includes('Debugger listening') }).toEqual({ code: 0, debugger: false })
  })

  test('answers its command line without a display, and hands no helper the switch that makes Electron a Node', async () => {
    const seen = join(person.home, 'seen')
    const helper = person.helper('nosy', `env >"${seen}"; ${keysFor(3_600)}`)
    person.configure({ identities: { staging: byCommand(helper.command) } })
    const { DISPLAY: _display, ...env } = person.desktop.env
    const blind = { ...person, desktop: { ...person.desktop, env: { ...env, DISPLAY: '' } } }
    const answer = await runAs(blind, command, ['credentials', 'staging'])
    expect(answer).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(answer.stdout)).toMatchObject({ Version: 1 })
    expect(readFileSync(seen, 'utf8')).not.toContain('ELECTRON_RUN_AS_NODE')
  })
})

/** Block by block: 190 MB byte by byte would take seconds. */
function differentBytes(one: Buffer, other: Buffer): number {
  let count = Math.abs(one.length - other.length)
  for (let start = 0; start < one.length; start += 65_536) {
    const [a, b] = [one.subarray(start, start + 65_536), other.subarray(start, start + 65_536)]
    if (!a.equals(b)) count += a.filter((byte, at) => byte !== b[at]).length
  }
  return count
}
