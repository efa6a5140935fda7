import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { macScript } from '#core/actions/terminal-mac'
import { Secret } from '#core/base/secret'
import { openSecretPage } from '#host/opening/open-page'
import { openTerminal } from '#host/opening/open-terminal'
import { identityName, profileName } from '../../support/states/builders.ts'
import { fileHolding } from '../../support/files/file-holding.ts'
import { problemOf } from '../../support/world/problem-of.ts'

let home = ''
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'credtray-open-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

const env = () => ({
  PATH: `${home}:/usr/bin:/bin`,
  SHELL: join(home, 'shell'),
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_PROFILE: 'another',
})

/** A program that writes down a variable or its arguments, whole before it is there under its name. */
async function program(name: string, prints: string): Promise<string> {
  const file = join(home, name)
  const out = join(home, `${name}.out`)
  await writeFile(file, `#!/bin/sh\n{ ${prints}; } > '${out}.part'\n/bin/mv '${out}.part' '${out}'\n`)
  await chmod(file, 0o755)
  return out
}

const order = { profile: profileName('staging'), region: 'eu-west-1', files: { credentials: null, config: null } }
const WISH = { platform: 'darwin', chosen: null, preferred: null } as const
const machine = () => ({ platform: 'linux' as const, env: env(), home })

describe.skipIf(process.platform === 'win32')('a terminal', () => {
  test('is started with the profile, and without what would win', async () => {
    const out = await program('my terminal', 'env; pwd')
    await openTerminal({ ...order, program: `"${join(home, 'my terminal')}"` }, machine())
    const told = await fileHolding(out)
    expect(told).toContain('AWS_PROFILE=staging\n')
    expect(told).toContain('AWS_REGION=eu-west-1\n')
    expect(told).not.toContain('AWS_ACCESS_KEY_ID')
    expect(told).toContain(`${home}\n`)
  })

  test('tells the shell inside once more, for terminals that keep their own variables', async () => {
    const ended = await program('xterm', 'shift; env -i "$@"')
    const out = await program('shell', '/usr/bin/env')
    await openTerminal({ ...order, program: 'xterm' }, machine())
    expect(await fileHolding(out)).toContain('AWS_PROFILE=staging\n')
    await fileHolding(ended)
  })

  test('the first one that is installed is taken', async () => {
    const out = await program('konsole', 'echo konsole')
    await openTerminal({ ...order, program: null }, { ...machine(), env: { ...env(), PATH: home } })
    expect(await fileHolding(out)).toBe('konsole\n')
  })

  test('the script that macOS opens leaves neither itself nor its folder behind', async () => {
    const out = await program('shell', 'echo $AWS_PROFILE')
    const folder = await mkdtemp(join(tmpdir(), 'credtray-open script-'))
    const file = join(folder, 'terminal.command')
    await writeFile(file, macScript({ ...order, ...WISH, shell: '' }), { mode: 0o700 })
    spawnSync(file, { env: { ...env(), HOME: home } })
    expect([await fileHolding(out), existsSync(folder)]).toEqual(['staging\n', false])
  })

  test('one that is not there is named', async () => {
    const told = await problemOf(openTerminal({ ...order, program: 'no-such-terminal' }, machine()))
    expect([told.code, told.message]).toEqual(['action/not-started', 'no-such-terminal was not found.'])
  })

  test('a setting that cannot be read is explained', async () => {
    const told = await problemOf(openTerminal({ ...order, program: 'kitty "' }, machine()))
    expect(told.message).toContain('cannot be read')
  })
})

describe.skipIf(process.platform === 'win32')('a page with a secret address', () => {
  const page = (browser: string | null, address = 'https://example.com/') => ({
    target: new Secret(address),
    program: browser,
    identity: { name: identityName('staging'), profile: profileName('staging'), account: '111111111111' },
  })
  const never = () => Promise.reject(new Error('the browser of the system is not wanted'))

  test('is opened by the browser of choice, whose arguments do not hold it', async () => {
    const out = await program('browser', 'printf "%s\\n" "$@"')
    await openSecretPage(page('browser --new {url}', 'https://example.com/CANARY'), {
      machine: machine(),
      openExternal: never,
    })
    const told = await fileHolding(out)
    expect(told).toMatch(/^--new\nhttp:\/\/127\.0\.0\.1:\d+\/[\w-]+\n$/)
    const response = await fetch(told.split('\n')[1] ?? '', { redirect: 'manual' })
    expect(response.headers.get('location')).toBe('https://example.com/CANARY')
  })

  test('a browser without {url} gets the address last', async () => {
    const out = await program('browser', 'printf "%s\\n" "$@"')
    await openSecretPage(page('browser -P work'), { machine: machine(), openExternal: never })
    const told = await fileHolding(out)
    await fetch(told.split('\n')[2] ?? '', { redirect: 'manual' })
    expect(told).toMatch(/^-P\nwork\nhttp:/)
  })

  test('each identity can have a browser profile of its own, whatever it is called (leapp#571)', async () => {
    const out = await program('browser', 'printf "%s\\n" "$@"')
    const wish = page('browser -P {name} --user-data-dir=/b/{account}/{profile} ext+container:name={name}&url={url}')
    const odd = { ...wish, identity: { ...wish.identity, name: identityName('--{url} $(id)'), account: null } }
    await openSecretPage(odd, { machine: machine(), openExternal: never })
    const told = await fileHolding(out)
    await fetch(/http:\S+/.exec(told)?.[0] ?? '', { redirect: 'manual' })
    expect(told).toMatch(
      /^-P\n\{url\} \$\(id\)\n--user-data-dir=\/b\/unknown\/staging\next\+container:name=\{url\} \$\(id\)&url=http:\S+\n$/,
    )
  })

  test('where no browser starts, the page is gone at once', async () => {
    const tried: string[] = []
    const openExternal = (address: string) => {
      tried.push(address)
      return Promise.reject(new Error('no browser'))
    }
    const opening = openSecretPage(page(null), { machine: machine(), openExternal })
    await expect(opening).rejects.toThrow('no browser')
    await expect(fetch(tried[0] ?? '')).rejects.toThrow(/fetch failed/)
  })
})
