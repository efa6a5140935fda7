import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Environment } from '#host/this-machine'
import { loginEnvironment } from '#host/process/login-path'
import { helperScripts, type HelperScripts } from '../../support/programs/helper-scripts.ts'

let scripts: HelperScripts

beforeAll(async () => {
  scripts = await helperScripts()
})
afterAll(() => scripts.remove())

const USUAL = '/opt/homebrew/bin:/usr/local/bin:/home/jane/.local/bin:/home/jane/bin:/home/jane/go/bin:/usr/bin:/bin'

/** What an app that a desktop started would get, with this script as the person's shell. */
async function ask(
  shell: string,
  { timeoutMs = 5_000, env = {} }: { timeoutMs?: number; env?: Record<string, string> } = {},
) {
  const SHELL = await scripts.write('shell', shell)
  const start = { PATH: '/usr/bin:/bin', DISPLAY: ':0', SHELL, ...env }
  const options = { platform: 'linux', env: start, home: '/home/jane', timeoutMs } as const
  const found = await loginEnvironment({ ...options, home: scripts.folder }, new AbortController().signal)
  const told: Environment = { ...found, PATH: found['PATH']?.replaceAll(scripts.folder, '/home/jane') }
  return told
}

/** A shell whose start-up files chatter and set things, and which then does what it is asked. */
const FRIENDLY = `#!/bin/sh
echo "Welcome back!"
echo "fortune" >&2
export PATH="/custom/bin:$PATH" GREETING="two
lines" PWD=/elsewhere
for script; do :; done
eval "$script"
echo "Goodbye"
`

test('the PATH and the variables of the login shell are taken, whatever it chatters', async () => {
  const env = await ask(FRIENDLY)
  expect([env['PATH'], env['GREETING'], env['DISPLAY'], env['PWD']]).toEqual([
    `/custom/bin:/usr/bin:/bin:${USUAL.replace(':/usr/bin:/bin', '')}`,
    'two\nlines',
    ':0',
    undefined,
  ])
})

test.each([
  ['hangs', '#!/bin/sh\nsleep 30\n'],
  ['asks something', '#!/bin/sh\nread -r answer\nexit 1\n'],
  ['floods', '#!/bin/sh\nexec yes welcome-to-this-shell\n'],
  ['dies', '#!/bin/sh\nkill -9 $$\n'],
  ['is not there', '#!/nowhere/zsh\n'],
])('a shell that %s costs at most its time limit, and the usual folders are there', async (_what, shell) => {
  const began = performance.now()
  const env = await ask(shell, { timeoutMs: 500 })
  expect([env['PATH'], performance.now() - began < 3_000]).toEqual([
    `/usr/bin:/bin:${USUAL.replace(':/usr/bin:/bin', '')}`,
    true,
  ])
})

test('a start from a terminal asks no shell', async () => {
  const env = await ask('#!/bin/sh\nexport PATH=/wrong\neval "$4"\n', { env: { TERM: 'xterm', SHLVL: '1' } })
  expect(env['PATH']).not.toContain('/wrong')
})

test('Windows has no login shell', async () => {
  const env = { Path: 'C:\\Windows' }
  const options = { platform: 'win32', env, home: 'C:\\Users\\jane', timeoutMs: 100 } as const
  expect(await loginEnvironment(options, new AbortController().signal)).toBe(env)
})
