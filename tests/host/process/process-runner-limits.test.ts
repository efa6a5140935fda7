import { getEventListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancellable, helperRuns } from '../../support/programs/helper-runs.ts'
import { helperScripts, type HelperScripts, isRunning, printKeys } from '../../support/programs/helper-scripts.ts'

let scripts: HelperScripts
const { failure, run } = helperRuns(() => scripts)

beforeAll(async () => {
  scripts = await helperScripts()
})
afterAll(() => scripts.remove())

describe('what is ended', () => {
  /** A tree of three, each deaf to SIGTERM, each noting its id. */
  const STUBBORN = (pids: string): string => {
    const deaf = `trap "" TERM; echo $$ >> ${pids}`
    return `${deaf}\nsh -c '${deaf}; sh -c "trap : INT; ${deaf.replaceAll('"', '\\"').replaceAll('$', '\\$')}; while :; do sleep 0.1; done" & wait' &\nwhile :; do sleep 0.1; done`
  }

  test('a tree that ignores SIGTERM is gone soon after the time limit', async () => {
    const file = await scripts.write('stubborn', STUBBORN(`${scripts.folder}/stubborn.pids`))
    const began = performance.now()
    const outcome = await failure(file, { timeoutMs: 400, options: { limits: { killGraceMs: 300 } } })
    const took = performance.now() - began
    const pids = await scripts.pids('stubborn.pids')
    expect({ ...outcome, took: took < 2_500, count: pids.length, alive: pids.filter(isRunning) }).toMatchObject({
      code: 'process/timeout',
      needsPerson: true,
      message: 'stubborn was stopped: it did not end within 0.4 s.',
      took: true,
      count: 3,
      alive: [],
    })
  })

  test('children are ended although their parent obeyed at once', async () => {
    const file = await scripts.write(
      'orphans',
      `(trap "" TERM; sh -c 'echo $$ > ${scripts.folder}/orphans.pids; exec sleep 30') &\nsleep 30`,
    )
    const outcome = await failure(file, { timeoutMs: 300, options: { limits: { killGraceMs: 200 } } })
    expect([outcome.code, (await scripts.pids('orphans.pids')).filter(isRunning)]).toEqual(['process/timeout', []])
  })

  test('cancelling ends the tree, and leaves no listener on the signal', async () => {
    const file = await scripts.write('cancelled', `sleep 30 &\necho $! > ${scripts.folder}/cancelled.pids\nwait`)
    const { signal, abort } = cancellable()
    const running = failure(file, { signal })
    const pids = await scripts.pids('cancelled.pids')
    abort()
    const outcome = await running
    expect([
      outcome.code,
      outcome.needsPerson,
      pids.filter(isRunning),
      getEventListeners(signal, 'abort').length,
    ]).toEqual(['process/cancelled', false, [], 0])
  })

  test('a run that was cancelled before it began starts nothing', async () => {
    const file = await scripts.write('unborn', `echo born > ${scripts.folder}/unborn.txt`)
    const { signal, abort } = cancellable()
    abort()
    expect((await failure(file, { signal })).code).toBe('process/cancelled')
    await delay(100)
    expect(await failure(`grep -q born ${scripts.folder}/unborn.txt`)).toMatchObject({ exitCode: 2 })
  })

  test.each([
    ['a flood', 'exec yes xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    [
      'a flood that ignores SIGTERM',
      'trap "" TERM PIPE\nwhile :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx || exit 0; done',
    ],
    ['a flood of keys', `while :; do ${printKeys()}; done`],
  ])('%s is stopped at the limit', async (_what, script) => {
    const file = await scripts.write('flood', script)
    const began = performance.now()
    const outcome = await failure(file, { options: { limits: { killGraceMs: 300, maxOutputBytes: 100_000 } } })
    expect([outcome.code, performance.now() - began < 5_000]).toEqual(['process/output-too-large', true])
  })

  test('a flood on stderr is drained while the helper does its work', async () => {
    const file = await scripts.write('noisy', `head -c 3000000 /dev/zero | tr "\\0" x >&2\n${printKeys('quiet')}`)
    const { result, stderr } = await run(file)
    expect([result.ok, stderr.length < 65_536]).toEqual([true, true])
  })

  test.runIf(process.platform === 'linux')('many runs leave no process of ours behind', async () => {
    const good = await scripts.write('good', printKeys())
    const slow = await scripts.write('slow', 'sleep 30')
    await Promise.all(Array.from({ length: 12 }, (_, at) => failure(at % 2 === 0 ? good : slow, { timeoutMs: 300 })))
    await delay(50)
    const children = await scripts.write(
      'children',
      `cat /proc/${process.pid}/task/*/children > ${scripts.folder}/children.txt; echo . >> ${scripts.folder}/children.txt`,
    )
    await failure(children)
    const left = (await scripts.read('children.txt')).trim().split(/\s+/).slice(0, -1)
    // The one that looked, at most.
    expect(left.length).toBeLessThanOrEqual(1)
  })
})

describe('what is shown of stderr', () => {
  test('the last twenty lines, redacted, and live as they come', async () => {
    const lines = 'i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo "line $i" >&2; done'
    const file = await scripts.write('talks', `${lines}\necho "SecretAccessKey=hunter2canary" >&2\nexit 1`)
    const live: string[] = []
    const { stderr } = await run(file, { onStderr: (text) => live.push(text) })
    expect([stderr.split('\n').length, stderr.split('\n')[0], stderr.split('\n').at(-1)]).toEqual([
      20,
      'line 12',
      'SecretAccessKey=[hidden]',
    ])
    expect(live.join('')).toBe(
      `${Array.from({ length: 30 }, (_, at) => `line ${at + 1}\n`).join('')}SecretAccessKey=[hidden]\n`,
    )
  })

  test('a prompt without a line end is shown while the helper waits', async () => {
    const file = await scripts.write('waits', 'printf "Touch your YubiKey..." >&2; sleep 30')
    const { signal, abort } = cancellable()
    const seen = new Promise<string>((resolve) => {
      void run(file, { signal, onStderr: resolve })
    })
    expect(await seen).toBe('Touch your YubiKey...')
    abort()
  })

  test('a secret that comes in two halves is hidden as one', async () => {
    const file = await scripts.write(
      'halves',
      'printf "key wJalrXUtnFEMI/K7MDENG" >&2; sleep 0.4; echo "/bPxRfiCYEXAMPLEKEY" >&2; exit 1',
    )
    const live: string[] = []
    const { stderr } = await run(file, { onStderr: (text) => live.push(text) })
    expect([stderr, live.join('')]).toEqual(['key [hidden]', 'key [hidden]\n'])
  })
})
