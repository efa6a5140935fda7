import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEditor } from '#host/opening/open-editor'
import { fileHolding } from '../../support/files/file-holding.ts'

let home = ''
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'credtray-editor-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

const place = { file: '/home/ana/my project/$(touch x).yaml', line: 24, column: 19 }

/** An editor that writes down its words, one a line. */
async function editor(name: string): Promise<string> {
  const file = join(home, name)
  const out = join(home, `${name}.out`)
  const prints = `printf '%s\\n' "$@"`
  await writeFile(file, `#!/bin/sh\n{ ${prints}; } > '${out}.part'\n/bin/mv '${out}.part' '${out}'\n`)
  await chmod(file, 0o755)
  return out
}

const open = (setting: string | null, env: Readonly<Record<string, string>> = {}) =>
  openEditor({ place, setting, platform: 'linux', env: { PATH: home, ...env } })

describe.skipIf(process.platform === 'win32')('an editor', () => {
  test('that was set is started with its words, no shell in between', async () => {
    const out = await editor('my editor')
    const start = await open(`"${join(home, 'my editor')}" --at {line}:{column} {file}`)
    expect([start, await fileHolding(out)]).toEqual([{ kind: 'started' }, `--at\n24:19\n${place.file}\n`])
  })

  test('of $VISUAL is told where to go in its own way', async () => {
    const out = await editor('kate')
    const start = await open(null, { VISUAL: 'kate --block' })
    expect([start, (await fileHolding(out)).split('\n').slice(0, 6)]).toEqual([
      { kind: 'started' },
      ['--block', '-l', '24', '-c', '19', place.file],
    ])
  })

  test('that nobody named is found where it is installed', async () => {
    const out = await editor('codium')
    await open(null)
    expect(await fileHolding(out)).toContain(`-g\n${place.file}:24:19\n`)
  })

  test('that is not there leaves the file to the system', async () => {
    expect(await open(null, { EDITOR: 'vim' })).toEqual({ kind: 'nobody' })
  })

  test.each([
    [
      'that was set and is not there says so',
      'nowhere-editor',
      'nowhere-editor, the editor of the settings, did not start',
    ],
    ['whose line is broken says so', '"open', 'the editor of the settings has a quote that is never closed'],
  ])('%s', async (_name, setting, why) => expect(await open(setting)).toEqual({ kind: 'failed', why }))

  test('that was set and cannot be started is not replaced by another', async () => {
    await editor('code')
    await writeFile(join(home, 'broken'), 'no program')
    expect(await open(join(home, 'broken'))).toMatchObject({ kind: 'failed' })
  })
})
