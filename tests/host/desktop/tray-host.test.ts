import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askProgram, findTrayHost } from '#host/desktop/tray-host'

const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }

const answers = (by: Readonly<Record<string, string>>) => async (program: string) => {
  const answer = by[program]
  if (answer === undefined) throw new Error(`spawn ${program} ENOENT`)
  return answer
}

test.each([
  ['busctl', 'b true\n', 'present'],
  ['busctl', 'b false\n', 'absent'],
  ['gdbus', '(true,)\n', 'present'],
  ['gdbus', '(false,)\n', 'absent'],
  ['dbus-send', '   boolean true\n', 'present'],
  ['dbus-send', '   boolean false\n', 'absent'],
])('what %s answers is understood: %j', async (program, answer, host) => {
  expect(await findTrayHost({ platform: 'linux', env: BUS, ask: answers({ [program]: answer }) })).toBe(host)
})

test('where nobody can be asked the answer is unknown', async () => {
  expect(await findTrayHost({ platform: 'linux', env: BUS, ask: answers({}) })).toBe('unknown')
})

test('without a session bus nobody is asked: there is no tray', async () => {
  const asked: string[] = []
  const ask = async (program: string) => {
    asked.push(program)
    return 'b true'
  }
  expect([await findTrayHost({ platform: 'linux', env: { XDG_RUNTIME_DIR: '/nowhere' }, ask }), asked]).toEqual([
    'absent',
    [],
  ])
})

test('a bus in the runtime folder counts, as systemd puts it there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credtray-bus-'))
  writeFileSync(join(folder, 'bus'), '')
  const host = await findTrayHost({
    platform: 'linux',
    env: { XDG_RUNTIME_DIR: folder },
    ask: answers({ busctl: 'b true' }),
  })
  rmSync(folder, { recursive: true })
  expect(host).toBe('present')
})

test.each(['darwin', 'win32'] as const)('%s always has a tray', async (platform) => {
  expect(await findTrayHost({ platform, env: {}, ask: answers({}) })).toBe('present')
})

test('a program is really run, and a missing one is a rejection', async () => {
  const printed = await askProgram(process.execPath, ['-p', '"b true"'])
  const missing = await askProgram('/nonexistent/busctl', []).catch(() => 'rejected')
  expect([printed.trim(), missing]).toEqual(['b true', 'rejected'])
})
