import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { appSocketPath, serveAppSocket } from '#host/serving/app-socket'
import { answerApp } from '../../electron/answer-app.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'

const credtray = useCommandLine()
const endings: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0)) await end()
  await credtray.run('panic')
})

async function configured(script = `echo run >> '${credtray.helpers.folder}/runs'; ${printKeys()}`): Promise<void> {
  const helper = await credtray.helpers.write('helper', script)
  await credtray.configure(`auth:
  identities:
    good: { kind: aws/credentials, credentials: { credential_process: '${helper}', region: eu-west-1 } }
    person: { kind: aws/credentials, credentials: { credential_process: '${helper}', interactive: true } }
`)
}

const runsOf = async (): Promise<number> =>
  (await readFile(join(credtray.helpers.folder, 'runs'), 'utf8').catch(() => '')).split('\n').length - 1

/** A program that prints its variables of AWS's and ours. */
const PRINT = `process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(AWS|CREDTRAY_I)/.test(name)))))`

const OTHERS = { AWS_PROFILE: 'other', AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'EXAMPLE' }

/** A program that does what an SDK does with the endpoint. */
const ASK = `
const { readFileSync } = require('node:fs')
const { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file } = process.env
const ask = () => fetch(uri, { headers: { authorization: readFileSync(file, 'utf8'), 'user-agent': 'tool/1.0' } })
Promise.all([ask(), ask(), ask()]).then((all) => Promise.all(all.map((one) => one.json()))).then((all) => console.log(JSON.stringify(all)))
`

interface Started {
  readonly child: ChildProcess
  /** Once the command has said so. */
  readonly isUp: Promise<unknown>
  readonly ended: Promise<unknown[]>
  out(): string
}

/** In a session of its own, in which no keyboard is. */
function start(env: NodeJS.ProcessEnv, ...args: readonly string[]): Started {
  const options = { env: { ...credtray.env, ...env }, cwd: credtray.home, detached: true } as const
  const child = spawn(process.execPath, [credtray.script, 'exec', ...args], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // With all that it started, should the test fail.
  endings.push(async () => endGroup(child.pid ?? 0))
  let text = ''
  child.stdout.setEncoding('utf8')
  const isUp = new Promise<void>((resolve) =>
    child.stdout.on('data', (more: string) => {
      text += more
      if (text.includes('up')) resolve()
    }),
  )
  return { child, isUp, ended: once(child, 'close'), out: () => text }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}

describe('the command', () => {
  test('is pointed at an endpoint, knows where it is, and has nothing that would win', async () => {
    await configured()
    const { ended, out } = start(OTHERS, 'good', '--', process.execPath, '-e', PRINT)
    const [code] = await ended
    expect([code, JSON.parse(out())]).toEqual([
      0,
      {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{16}$/),
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: expect.stringContaining(join(credtray.dataDir, 'endpoint')),
        AWS_REGION: 'eu-west-1',
        AWS_DEFAULT_REGION: 'eu-west-1',
        CREDTRAY_IDENTITY: 'good',
      },
    ])
  })

  test('gets its keys there, of one run of the helper, and the history says who it was', async () => {
    await configured()
    const { out, code } = await credtray.run('exec', 'good', '--', process.execPath, '-e', ASK)
    const keys = { AccessKeyId: 'ASIAIOSFODNN7EXAMPLE', Token: 'AQoDYXdzEJrEXAMPLETOKEN' }
    expect([code, await runsOf(), JSON.parse(out)]).toMatchObject([0, 1, [keys, keys, keys]])
    const history = () => readFile(join(credtray.dataDir, 'history.jsonl'), 'utf8').catch(() => '')
    await expect.poll(history).toContain('"by":"exec node: tool/1.0 over the endpoint"')
    expect(await history()).toContain('"by":"exec node"')
  })

  test('ends as it likes, with its own words and switches', async () => {
    await configured()
    const ran = await credtray.run(
      'exec',
      'good',
      '--',
      'sh',
      '-c',
      'echo out; echo err >&2; exit 42',
      '--help',
      '--json',
    )
    expect(ran).toEqual({ code: 42, out: 'out\n', err: 'err\n' })
  })

  test('reads what is sent to it', async () => {
    await configured()
    const { child, ended, out } = start({}, 'good', '--', 'cat')
    child.stdin?.end('from outside')
    expect([(await ended)[0], out()]).toEqual([0, 'from outside'])
  })

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGUSR2'] as const)(
    'hears %s, and what it makes of it counts',
    async (signal) => {
      await configured()
      const name = signal.slice('SIG'.length)
      const { child, isUp, ended } = start(
        {},
        'good',
        '--',
        'sh',
        '-c',
        `trap 'exit 5' ${name}; echo up; while :; do sleep 0.05; done`,
      )
      await isUp
      child.kill(signal)
      expect((await ended)[0]).toBe(5)
    },
  )

  test('that a signal ends is told as shells tell it', async () => {
    await configured()
    const { child, isUp, ended } = start({}, 'good', '--', 'sh', '-c', 'echo up; exec sleep 60')
    await isUp
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(143)
  })

  test('leaves nothing behind', async () => {
    await configured()
    await credtray.run('exec', 'good', '--', 'true')
    expect(await readdir(join(credtray.dataDir, 'endpoint'))).toEqual([])
  })

  test('has its keys from the running app where one runs', async () => {
    const app = world(config(identity('good')))
    await app.start()
    const socket = await serveAppSocket(appSocketPath(credtray.dataDir, process.platform), (raw) =>
      answerApp(app.engine, raw),
    )
    endings.push(
      () => socket.close(),
      () => app.engine.stop(),
    )
    const { out } = await credtray.run('exec', 'good', '--', process.execPath, '-e', ASK)
    expect([app.calls, JSON.parse(out)]).toMatchObject([['good'], [{ Token: 'EXAMPLETOKEN1' }, {}, {}]])
  })
})

describe('is not run', () => {
  const MARK = ['--', 'sh', '-c', 'echo ran'] as const

  test.each([
    ['nobody', 2, 'identity/unknown'],
    ['person', 3, 'session/needs-person'],
  ])('for %s, which ends with code %i', async (name, code, why) => {
    await configured()
    const ran = await credtray.run('exec', name, ...MARK)
    expect([ran.code, ran.out, ran.err]).toEqual([code, '', expect.stringContaining(why)])
  })

  test('where its helper fails', async () => {
    await configured('echo no >&2; exit 9')
    const ran = await credtray.run('exec', 'good', ...MARK)
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringContaining('process/exit-nonzero')])
  })

  test('where nobody has approved the helper', async () => {
    await configured()
    const { ended, out } = start({ CREDTRAY_TRUST: '' }, 'good', ...MARK)
    expect([(await ended)[0], out(), await runsOf()]).toEqual([4, '', 0])
  })

  test('where it is not there, or is no program; then no helper runs either', async () => {
    await configured()
    const file = join(credtray.home, 'letter.txt')
    await writeFile(file, 'Dear')
    await chmod(file, 0o644)
    const gone = await credtray.run('exec', 'good', '--', 'no-such-program')
    const letter = await credtray.run('exec', 'good', '--', file)
    expect([gone.code, gone.err, letter.code, letter.err, await runsOf()]).toEqual([
      127,
      expect.stringContaining('no-such-program was not found'),
      126,
      expect.stringContaining('letter.txt is no program'),
      0,
    ])
  })

  test('inside another one, whose keys its helpers would get', async () => {
    await configured()
    const ran = await credtray.run('exec', 'good', '--', process.execPath, credtray.script, 'exec', 'good', ...MARK)
    expect([ran.code, ran.out, ran.err]).toEqual([
      2,
      '',
      expect.stringContaining('inside "credtray exec good" already'),
    ])
  })

  test('without its words', async () => {
    const ran = await credtray.run('exec', 'good')
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('exec NAME -- COMMAND…')])
  })
})

test('helpers that it starts are not led to its endpoint', async () => {
  await configured(
    `echo "[$AWS_CONTAINER_CREDENTIALS_FULL_URI$CREDTRAY_IDENTITY]" > '${credtray.helpers.folder}/seen'; ${printKeys()}`,
  )
  await credtray.run('exec', 'good', '--', process.execPath, credtray.script, 'refresh', 'good')
  expect(await credtray.helpers.read('seen')).toBe('[]\n')
})

test.skipIf(process.platform === 'win32')('nobody else on the machine can read its token', async () => {
  await configured()
  const show = 'ls -ld "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" "${AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE%/*}"'
  const { out } = await credtray.run('exec', 'good', '--', 'sh', '-c', show)
  expect(out.split('\n').map((line) => line.slice(0, 10))).toEqual(['drwx------', '-rw-------', ''])
  expect((await stat(join(credtray.dataDir, 'endpoint'))).mode & 0o777).toBe(0o700)
})
