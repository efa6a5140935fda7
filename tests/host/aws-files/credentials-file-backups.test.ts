import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { days, instant } from '#core/base/time'
import { nodeDisk } from '#host/aws-files/disk'
import { faultyDisk, systemError } from '../../support/files/faulty-disk.ts'
import { keptFolder } from '../../support/files/kept-folder.ts'
import { problemOf } from '../../support/world/problem-of.ts'

const MINE = '# mine\n[default]\nregion = eu-west-1\n'
const LONG_LIVED = '[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = mine\n'

describe('backups', () => {
  test('the first write of a day makes one, 0600 in a folder 0700 that git ignores', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    await desk.write('staging', 1)
    const [name = ''] = await desk.backups()
    const modes = [await stat(desk.backupFolder), await stat(join(desk.backupFolder, name))]
    expect([
      await desk.backups(),
      modes.map(({ mode }) => (mode & 0o777).toString(8)),
      await readFile(join(desk.backupFolder, name), 'utf8'),
      await readFile(join(desk.backupFolder, '.gitignore'), 'utf8'),
    ]).toEqual([['credentials.2026-11-22T21-05-11Z.day'], ['700', '600'], MINE, '*\n'])
  })

  test('a new file has nothing to be copied, and nothing else appears in the folder', async () => {
    await using desk = await keptFolder(null)
    await desk.write('staging')
    expect(await desk.aws.names()).toEqual(['credentials'])
  })

  test('leapp#133: two of one moment do not overwrite one another', async () => {
    await using desk = await keptFolder(`${LONG_LIVED}[other]\naws_access_key_id = AKIAX\naws_secret_access_key = s\n`)
    await desk.takeOver('staging')
    await desk.takeOver('other')
    expect(await desk.backups()).toEqual([
      'credentials.2026-11-22T21-05-11Z.change',
      'credentials.2026-11-22T21-05-11Z.change.2',
    ])
  })

  test('ten are kept: the very first, the take-overs, and the newest days', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    desk.wait(days(1))
    await desk.aws.write(`${await desk.aws.text()}${LONG_LIVED.replace('staging', 'prod')}`)
    await desk.takeOver('prod')
    for (let day = 0; day < 15; day += 1) {
      desk.wait(days(1))
      await desk.write('staging', day % 10)
    }
    const names = await desk.backups()
    expect([names.length, names.slice(0, 3), names.at(-1)]).toEqual([
      10,
      [
        'credentials.2026-11-22T21-05-11Z.day',
        'credentials.2026-11-23T21-05-11Z.change',
        'credentials.2026-12-01T21-05-11Z.day',
      ],
      'credentials.2026-12-08T21-05-11Z.day',
    ])
  })

  test('a clock that is set back does not make one at every write', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    desk.set(instant(Date.UTC(2020, 0, 1)))
    for (let nth = 1; nth < 5; nth += 1) await desk.write('staging', nth)
    expect((await desk.backups()).length).toBe(2)
  })

  test('where none can be made the file is left alone, and that is said', async () => {
    const disk = faultyDisk({
      open: async (path, flags, mode) =>
        String(path).includes('backups/') ? Promise.reject(systemError('ENOSPC')) : nodeDisk.open(path, flags, mode),
    })
    await using desk = await keptFolder(MINE, disk)
    const problem = await problemOf(desk.write('staging'))
    expect([problem.code, /backup/.test(problem.message), await desk.aws.text(), await desk.aws.names()]).toEqual([
      'file/write-failed',
      true,
      MINE,
      ['credentials', 'credtray-backups'],
    ])
  })

  test('half a copy of a killed run does not count as today’s', async () => {
    await using desk = await keptFolder(MINE)
    await mkdir(desk.backupFolder)
    await writeFile(join(desk.backupFolder, '.credentials.2026-11-22T21-05-11Z.day.tmp'), '# m')
    await desk.write('staging')
    expect([await desk.backups(), await readdir(desk.backupFolder)]).toEqual([
      ['credentials.2026-11-22T21-05-11Z.day'],
      ['.gitignore', 'credentials.2026-11-22T21-05-11Z.day'],
    ])
  })

  test('half a copy of a killed run is gone after the next run, also one that changes nothing', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    const half = ['.credentials.2026-11-21T09-00-00Z.day.tmp', '.credentials.2026-11-21T09-00-00Z.change.2.tmp']
    const others = ['.credentials.old.2026-11-21T09-00-00Z.day.tmp', '.notes.tmp', 'credentials.tmp']
    for (const name of [...half, ...others]) await writeFile(join(desk.backupFolder, name), '# m')
    await desk.write('staging')
    const left = await readdir(desk.backupFolder)
    expect([half.filter((name) => left.includes(name)), others.filter((name) => left.includes(name))]).toEqual([
      [],
      others,
    ])
  })

  test('they lie beside the real file of a link', async () => {
    await using desk = await keptFolder(null)
    await mkdir(join(desk.aws.home, 'dotfiles'))
    await writeFile(join(desk.aws.home, 'dotfiles/credentials'), MINE)
    await symlink('../dotfiles/credentials', desk.aws.credentialsFile)
    await desk.write('staging')
    expect(await readdir(join(desk.aws.home, 'dotfiles/credtray-backups'))).toContain(
      'credentials.2026-11-22T21-05-11Z.day',
    )
  })
})
