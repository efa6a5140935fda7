import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'

describe.skipIf(process.platform === 'win32')('the credtray on the PATH', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credtray launcher '))
    mkdirSync(join(folder, 'opt/bin'), { recursive: true })
    copyFileSync(join(root, 'build/package/credtray.sh'), join(folder, 'opt/bin/credtray'))
    const executable = join(folder, 'opt/credtray')
    writeFileSync(executable, '#!/bin/sh\necho "${ELECTRON_RUN_AS_NODE:-app}"\nprintf "%s\\n" "$@"\n')
    chmodSync(executable, 0o755)
    symlinkSync('opt/bin/credtray', join(folder, 'credtray'))
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the executable was started as, and with which words. */
  function start(...args: readonly string[]): readonly string[] {
    const printed = execFileSync(join(folder, 'credtray'), args, { encoding: 'utf8' })
    return printed
      .trimEnd()
      .split('\n')
      .filter((word) => word !== '')
  }

  test.each([
    [[]],
    [['--hidden']],
    [['--config', 'list']],
    [['--data-dir=/x', '--folder', 'status', '--hidden']],
    [['credtray://identity/prod admin']],
    [['--config']],
  ])('starts the app for %j', (args) => {
    expect(start(...args)).toEqual(['app', ...args])
  })

  test.each([
    [['list']],
    [['--help']],
    [['-h']],
    [['--version']],
    [['--config', 'my file.yaml', 'status', '--json']],
    [['lsit']],
    [['credentials', '$(touch x) "; *']],
  ])('runs the command line for %j, each word as it was typed', (args) => {
    const cli = join(folder, 'opt/resources/app.asar/dist/main/cli.js')
    expect(start(...args).map((word) => word.replace(/^\/private/, ''))).toEqual(['1', cli, ...args])
  })
})
