import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identityName as named } from '#core/identity/names'
import { helperRuns } from '../../support/programs/helper-runs.ts'
import { helperScripts, type HelperScripts, isRunning, printKeys } from '../../support/programs/helper-scripts.ts'

let scripts: HelperScripts
const { failure, token } = helperRuns(() => scripts)

beforeAll(async () => {
  scripts = await helperScripts()
})
afterAll(() => scripts.remove())

describe('what a helper gets', () => {
  test('its words, no shell, no input, no terminal, and the home folder', async () => {
    const file = await scripts.write(
      'circumstances',
      `read -r line && input=open || input=closed\n( : < /dev/tty ) 2>/dev/null && terminal=yes || terminal=no\n` +
        printKeys('$2|$#|$input|$terminal|$PWD'),
    )
    const quiet = await token(`"${file}" '$HOME' ";ls" *`)
    expect(quiet).toBe(`;ls|3|closed|no|${scripts.folder}`)
  })

  test('the environment, less what steers Electron and Node', async () => {
    const file = await scripts.write(
      'environment',
      printKeys('$KEPT|$ELECTRON_RUN_AS_NODE|$NODE_OPTIONS|$ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN'),
    )
    const env = {
      PATH: process.env['PATH'],
      KEPT: 'kept',
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--x',
      ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN: 'outer',
    }
    expect([
      await token(file, { options: { env } }),
      await token(file, { options: { env: Promise.resolve(env) }, identity: named('inner') }),
    ]).toEqual(['kept|||outer', 'kept|||outer,inner'])
  })

  test('a shell only where one is asked for', async () => {
    const file = await scripts.write('argument', printKeys('$1'))
    const env = { ...process.env, WORD: 'from-the-shell' }
    expect([
      await token(`${file} $WORD`, { options: { env } }),
      await token(`${file} $WORD | cat`, { options: { env }, shell: true }),
    ]).toEqual(['$WORD', 'from-the-shell'])
  })

  test('a missing home folder does not keep it from starting', async () => {
    const file = await scripts.write('homeless', printKeys('$PWD'))
    expect(await token(file, { options: { home: path.join(scripts.folder, 'gone') } })).toBe('/')
  })
})

describe('what cannot be started', () => {
  test('a missing program is named with the folders that were searched', async () => {
    const env = { PATH: '/nowhere/bin:relative:/usr/nothing' }
    expect(await failure('no-such-helper x', { options: { env } })).toMatchObject({
      code: 'process/not-found',
      message: 'no-such-helper was not found.',
      hint: expect.stringContaining('Searched: /nowhere/bin:/usr/nothing'),
      hints: [],
    })
  })

  test.each(['~/bin/helper', '$HOME/bin/helper', 'no-such-helper | cat', 'A=1 no-such-helper'])(
    '%s is shell syntax',
    async (command) => {
      expect(await failure(command)).toMatchObject({ code: 'process/not-found', hints: ['SHELL_SYNTAX'] })
    },
  )

  test('a secret in front of the command is not repeated', async () => {
    expect(JSON.stringify(await failure('AWS_SECRET_ACCESS_KEY=hunter2canary helper'))).not.toContain('hunter2')
  })

  test('a script without its interpreter is told apart from a missing script', async () => {
    const lost = await scripts.write('lost', '#!/opt/nothing/python2\n')
    const windows = await scripts.write('windows', '#!/bin/sh\r\necho\r\n')
    const [first, second] = [await failure(lost), await failure(windows)]
    expect([first.code, first.message, second.code, second.hint]).toEqual([
      'process/not-found',
      'lost is a script for /opt/nothing/python2, which was not found.',
      'process/not-found',
      'Its lines end as in Windows. Save it with Unix line ends (LF).',
    ])
  })

  test('a folder and a file without the right to run are named as such', async () => {
    const folder = path.join(scripts.folder, 'folder')
    await mkdir(folder)
    const plain = await scripts.write('plain', 'exit 0', 0o644)
    expect([await failure(folder), await failure(plain)]).toMatchObject([
      { code: 'process/not-executable', message: expect.stringContaining('is a folder') },
      { code: 'process/not-executable', hint: expect.stringContaining('chmod +x') },
    ])
  })

  test('a forbidden file early in PATH does not hide a good one later', async () => {
    await mkdir(path.join(scripts.folder, 'first'))
    await scripts.write('first/twice', 'exit 9', 0o644)
    await mkdir(path.join(scripts.folder, 'second'))
    await scripts.write('second/twice', printKeys('good'))
    const env = { PATH: `${scripts.folder}/first:${scripts.folder}/second:${process.env['PATH'] ?? ''}` }
    expect(await token('twice', { options: { env } })).toBe('good')
  })

  test('arguments that are too long for the system are a failed start', async () => {
    const file = await scripts.write('long', 'exit 0')
    expect(await failure(`${file} ${'x'.repeat(3_000_000)}`)).toMatchObject({
      code: 'process/spawn-failed',
      hint: expect.stringContaining('Shorten'),
    })
  })

  test('the shell says 127 and 126 for the same two', async () => {
    const plain = await scripts.write('shell-plain', 'exit 0', 0o644)
    expect([await failure('no-such-helper', { shell: true }), await failure(plain, { shell: true })]).toMatchObject([
      { code: 'process/not-found', exitCode: 127 },
      { code: 'process/not-executable', exitCode: 126 },
    ])
  })

  test('without a shell, 127 is a status like any other', async () => {
    expect(await failure('sh -c "exit 127"')).toMatchObject({ code: 'process/exit-nonzero', exitCode: 127 })
  })

  test.each([false, true])('a blank command is empty (shell: %s)', async (shell) => {
    expect(await failure('  \t', { shell })).toMatchObject({ code: 'process/empty-command' })
  })

  test('an open quote is refused without a shell, and the shell’s to refuse with one', async () => {
    expect([(await failure('sh "x')).code, (await failure('sh "x', { shell: true })).code]).toEqual([
      'process/invalid-command',
      'process/exit-nonzero',
    ])
  })

  test('a command that asks for its own identity again is refused', async () => {
    const env = { ...process.env, ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN: 'other,mine' }
    expect(await failure('true', { options: { env }, identity: named('mine') })).toMatchObject({
      code: 'process/spawn-failed',
    })
  })
})

describe('how a helper ends', () => {
  test('a status other than 0 counts, whatever was printed', async () => {
    const file = await scripts.write('liar', `${printKeys()}\nexit 3`)
    expect(await failure(file)).toMatchObject({ code: 'process/exit-nonzero', exitCode: 3, needsPerson: false })
  })

  test('text around good JSON is no success', async () => {
    const file = await scripts.write('chatty', `echo Welcome\n${printKeys()}\necho Bye`)
    expect(await failure(file)).toMatchObject({ code: 'process/invalid-json', hints: ['TEXT_AROUND_JSON'] })
  })

  test('a helper that wants a terminal needs a person', async () => {
    const file = await scripts.write('prompts', 'echo "open /dev/tty: no such device" >&2; exit 1')
    expect(await failure(file)).toMatchObject({
      code: 'process/exit-nonzero',
      hints: ['INTERACTIVE'],
      needsPerson: true,
    })
  })

  test('a signal that we did not send is told as such', async () => {
    const file = await scripts.write('shot', 'kill -SEGV $$')
    expect(await failure(file)).toMatchObject({
      code: 'process/killed-by-signal',
      message: 'shot crashed (SIGSEGV).',
      exitCode: null,
    })
  })

  test('output that a left-behind daemon could still write to is not waited for', async () => {
    const file = await scripts.write(
      'daemon',
      `sleep 30 &\necho $! > ${scripts.folder}/daemon.pid\n${printKeys('done')}`,
    )
    const began = performance.now()
    expect(await token(file)).toBe('done')
    expect(performance.now() - began).toBeLessThan(2_500)
    const [daemon = 0] = await scripts.pids('daemon.pid')
    expect(isRunning(daemon)).toBe(true)
    process.kill(daemon, 'SIGKILL')
  })

  test('a helper that ends is answered at once', async () => {
    const file = await scripts.write('prompt', printKeys())
    const times: number[] = []
    for (let tries = 0; tries < 5; tries += 1) {
      const began = performance.now()
      await token(file)
      times.push(performance.now() - began)
    }
    // The best of five: a busy machine is slow, a wrong wait is slow every time.
    expect(Math.min(...times)).toBeLessThan(250)
  })
})
