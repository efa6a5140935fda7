import { execFile } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { ALL_COMMANDS } from '../../electron/commands/all-commands.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { isOnPath } from '../support/programs/on-path.ts'

const credtray = useCommandLine()
const run = promisify(execFile)

beforeEach(async () => {
  await credtray.configure(`auth:
  identities:
    staging: { kind: aws/credentials, credentials: { credential_process: 'x' } }
    staging-admin: { kind: aws/credentials, credentials: { credential_process: 'x' } }
    'acme:prod@eu': { kind: aws/credentials, credentials: { credential_process: 'x' } }
    elsewhere: { kind: aws/permission-set }
`)
  const bin = join(credtray.home, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'credtray'), `#!/bin/sh\nexec '${process.execPath}' '${credtray.script}' "$@"\n`)
  await chmod(join(bin, 'credtray'), 0o755)
})

const withCredtray = () => ({
  cwd: credtray.home,
  env: {
    HOME: credtray.home,
    PATH: `${join(credtray.home, 'bin')}:${process.env['PATH'] ?? ''}`,
    CREDTRAY_DATA_DIR: credtray.dataDir,
    CREDTRAY_TRUST: 'all',
    TERM: 'dumb',
    SHLVL: '1',
  },
})

const COMMANDS = ALL_COMMANDS.filter(({ group }) => group !== 'inside').map(({ name }) => name)
const NAMES = ['staging', 'staging-admin', 'acme:prod@eu']

/** What is typed, and what a shell may make of its last word. */
const CASES: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['credtray ', COMMANDS],
  ['credtray st', ['status']],
  ['credtray refresh ', NAMES],
  ['credtray refresh staging-', ['staging-admin']],
  ['credtray refresh staging ', ['staging-admin', 'acme:prod@eu']],
  ['credtray --folder . env stag', ['staging', 'staging-admin']],
  ['credtray env staging ', []],
  ['credtray env staging --f', ['--folder', '--format']],
  ['credtray env staging --format p', ['powershell']],
  ['credtray history --c', ['--config', '--csv']],
  ['credtray help pa', ['panic']],
  ['credtray completion z', ['zsh']],
  ['credtray validate b', ['bin']],
  ['credtray nonsense ', []],
]

describe.skipIf(!isOnPath('bash'))('bash (skipped where there is none)', () => {
  test.each(CASES)('%j', async (line, offered) => {
    expect((await inBash(line)).toSorted()).toEqual([...offered].toSorted())
  })

  test('goes on behind a colon, where bash begins a word of its own', async () => {
    expect(await inBash('credtray refresh acme:pr')).toEqual(['prod@eu'])
  })

  /** As bash does at a tab: the line, and where the cursor is. */
  async function inBash(line: string): Promise<readonly string[]> {
    const script = `eval "$(credtray completion bash)"; COMP_LINE=$1 COMP_POINT=\${#1}; _credtray
      printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout } = await run('bash', ['--norc', '-c', script, 'bash', line], withCredtray())
    return stdout.split('\n').filter((found) => found !== '')
  }
})

describe.skipIf(!isOnPath('fish'))('fish (skipped where there is none)', () => {
  test.each(CASES)('%j', async (line, offered) => {
    const script = 'credtray completion fish | source; complete -C $argv[1]'
    const { stdout } = await run('fish', ['--no-config', '-c', script, line], withCredtray())
    const found = stdout.split('\n').flatMap((one) => (one === '' ? [] : [one.split('\t')[0] ?? '']))
    expect(found.map((one) => one.replace(/\/$/, '')).toSorted()).toEqual([...offered].toSorted())
  })
})

describe.skipIf(!isOnPath('zsh'))('zsh (skipped where there is none)', () => {
  test('reads the script, and hands over what it is given', async () => {
    const { out: completion } = await credtray.run('completion', 'zsh')
    const stubs = `compdef() { }; _describe() { print -l -- \${(P)3} }; _files() { print FILES }`
    const script = `${stubs}; eval "$1"; words=(credtray refresh staging-); CURRENT=3 PREFIX=staging-; _credtray`
    const { stdout } = await run('zsh', ['-f', '-c', script, 'zsh', completion], withCredtray())
    expect(stdout).toBe('staging-admin:command x\n')
  })
})

describe.skipIf(!isOnPath('pwsh'))('PowerShell (skipped where there is none)', () => {
  test.each(CASES.filter(([line]) => !line.includes('validate')))('%j', async (line, offered) => {
    const script = `credtray completion powershell | Out-String | Invoke-Expression
      [System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches |
        ForEach-Object { $_.ListItemText }`
    const { stdout } = await run('pwsh', ['-NoProfile', '-Command', script, line], withCredtray())
    expect(stdout.split(/\r?\n/).filter(Boolean).toSorted()).toEqual([...offered].toSorted())
  })
})

test('a shell that there is no completion for is asked about', async () => {
  const { code, err } = await credtray.run('completion', 'fisch')
  expect([code, err]).toEqual([2, expect.stringContaining('There is no completion for fisch. Did you mean fish?')])
})

test('no two commands mean different things by one switch', () => {
  const kinds = new Map<string, Set<boolean>>()
  for (const { name, takes } of ALL_COMMANDS.flatMap(({ switches }) => switches)) {
    kinds.set(name, (kinds.get(name) ?? new Set()).add(takes === null))
  }
  expect([...kinds].filter(([, ways]) => ways.size > 1)).toEqual([])
})
