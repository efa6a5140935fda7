import { readdir, readFile, rm, stat, symlink, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { after, days, type Instant, instant, seconds } from '#core/base/time'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/credentials-file'
import { nodeDisk } from '#host/disk'
import { createFileKeeper } from '#host/file-keeper'
import type { FileHistory } from '#engine/ports'
import { type AwsFolder, awsFolder, neverAborted, writeOrder } from '../support/aws-folder.ts'
import { faultyDisk, systemError } from '../support/faulty-disk.ts'
import { problemOf } from '../support/problem-of.ts'

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
      mkdir: async (path, options) =>
        String(path).endsWith('backups') ? Promise.reject(systemError('ENOSPC')) : nodeDisk.mkdir(path, options),
    })
    await using desk = await keptFolder(MINE, disk)
    const problem = await problemOf(desk.write('staging'))
    expect([problem.code, /backup/.test(problem.message), await desk.aws.text(), await desk.aws.names()]).toEqual([
      'file/write-failed',
      true,
      MINE,
      ['credentials'],
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

describe('undo', () => {
  test.each([
    ['a file with a line end', MINE],
    ['a file without one', MINE.trimEnd()],
    ['an empty section with a comment', `${MINE}[staging]\n# soon\n\n[z]\nx = 1\n`],
    ['Windows line ends', MINE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${MINE}`],
  ])('%s comes back to the byte', async (_name, text) => {
    await using desk = await keptFolder(text)
    await desk.write('staging')
    await desk.write('staging', 1)
    desk.wait(days(2))
    await desk.write('staging', 2)
    const undone = await desk.history.undo(null, neverAborted())
    expect([undone.profile, await desk.aws.text(), (await desk.history.list()).changes]).toEqual(['staging', text, []])
  })

  test('a take-over is taken back, also after our section was taken out', async () => {
    await using desk = await keptFolder(`${LONG_LIVED}\n${MINE}`)
    await desk.takeOver('staging')
    await desk.history.undo(profileName('staging'), neverAborted())
    const first = await desk.aws.text()
    await desk.takeOver('staging')
    await desk.files.remove(profileName('staging'), neverAborted())
    await desk.history.undo(profileName('staging'), neverAborted())
    expect([first, (await desk.aws.text()).includes(LONG_LIVED)]).toEqual([`${LONG_LIVED}\n${MINE}`, true])
  })

  test('what others changed elsewhere in the file stays', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    await desk.aws.write((await desk.aws.text()).replace('eu-west-1', 'us-east-1'))
    await desk.history.undo(null, neverAborted())
    expect(await desk.aws.text()).toBe(MINE.replace('eu-west-1', 'us-east-1'))
  })

  test.each([
    ['before the undo', 0],
    ['and we wrote again since', 1],
  ])('refused and named where somebody else changed the section, %s', async (_name, more) => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    await desk.aws.write(`${await desk.aws.text()}output = json\n`)
    if (more > 0) await desk.write('staging', 1)
    const before = await desk.aws.text()
    const problem = await problemOf(desk.history.undo(null, neverAborted()))
    expect([problem.code, problem.message.includes('"staging"'), await desk.aws.text()]).toEqual([
      'file/changed-since',
      true,
      before,
    ])
  })

  test('the region goes with it, and the config file is as it was', async () => {
    await using desk = await keptFolder(MINE)
    await writeFile(desk.aws.configFile, '[default]\noutput = json\n')
    await desk.files.write(writeOrder('staging', 0, 'eu-west-1'), neverAborted())
    const { files } = await desk.history.undo(null, neverAborted())
    expect([files.length, await readFile(desk.aws.configFile, 'utf8')]).toEqual([2, '[default]\noutput = json\n'])
  })

  test('without a name the profile that was touched last', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('one')
    desk.wait(seconds(5))
    await desk.write('two')
    desk.wait(seconds(5))
    await desk.write('one', 1)
    expect((await desk.history.undo(null, neverAborted())).profile).toBe('two')
  })

  test('a section that was taken out again has no way back to offer', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('staging')
    await desk.files.remove(profileName('staging'), neverAborted())
    const problem = await problemOf(desk.history.undo(null, neverAborted()))
    expect([problem.code, await desk.aws.text()]).toEqual(['file/nothing-to-undo', MINE])
  })

  test('where the backup is gone nothing is guessed', async () => {
    await using desk = await keptFolder(LONG_LIVED)
    await desk.takeOver('staging')
    const before = await desk.aws.text()
    await rm(desk.backupFolder, { recursive: true })
    const problem = await problemOf(desk.history.undo(null, neverAborted()))
    expect([problem.code, await desk.aws.text()]).toEqual(['file/nothing-to-undo', before])
  })

  test('the list names changes and backups and holds no secret', async () => {
    await using desk = await keptFolder(LONG_LIVED)
    await desk.takeOver('staging')
    const list = await desk.history.list()
    expect([
      list.changes.map(({ profile }) => profile),
      list.backups.length,
      /mine|wJalr/.test(JSON.stringify(list)),
    ]).toEqual([['staging'], 1, false])
  })
})

describe('what is shown of a change', () => {
  test('leapp#3: a preview names the lines that come and go, with secrets masked, and writes nothing', async () => {
    await using desk = await keptFolder(LONG_LIVED)
    const { lines, isFirst } = await desk.history.preview(profileName('staging'))
    expect([lines.map(({ sign, text }) => `${sign} ${text}`), isFirst, await desk.aws.text()]).toEqual([
      [
        '- aws_access_key_id = AKIA…MPLE',
        '- aws_secret_access_key = …',
        '+ aws_access_key_id = …',
        '+ aws_secret_access_key = …',
        '+ aws_session_token = …',
        '+ manager = credtray',
      ],
      true,
      LONG_LIVED,
    ])
  })

  test('the first write to a file that a person wrote is told as the first, later ones are not', async () => {
    await using desk = await keptFolder(MINE)
    const told = [await desk.write('one'), await desk.write('one', 1), await desk.write('two')]
    expect(told.map(({ change }) => change && [change.kind, change.isFirst])).toEqual([
      ['added', true],
      undefined,
      ['added', false],
    ])
  })

  test('awsume#72: long-lived keys are refused until the person agrees', async () => {
    await using desk = await keptFolder(LONG_LIVED)
    const problem = await problemOf(desk.write('staging'))
    const { change } = await desk.takeOver('staging')
    expect([problem.code, change?.kind]).toEqual(['file/not-ours', 'took-over'])
  })
})

interface KeptFolder extends AsyncDisposable {
  readonly aws: AwsFolder
  readonly files: ReturnType<typeof createProfileFiles>
  readonly history: FileHistory
  readonly backupFolder: string
  backups(): Promise<readonly string[]>
  write(profile: string, nth?: number): ReturnType<ReturnType<typeof createProfileFiles>['write']>
  takeOver(profile: string): ReturnType<ReturnType<typeof createProfileFiles>['write']>
  wait(time: ReturnType<typeof days>): void
  set(now: Instant): void
}

/** A folder with this credentials file in it, and a keeper whose clock stands still. */
async function keptFolder(text: string | null, disk = nodeDisk): Promise<KeptFolder> {
  const aws = await awsFolder()
  if (text !== null) await aws.write(text)
  let now = instant(Date.UTC(2026, 10, 22, 21, 5, 11))
  const keeper = createFileKeeper({ folder: join(aws.home, 'data'), disk, now: () => now })
  const files = createProfileFiles(aws, disk, keeper)
  if (files.history === undefined) throw new Error('a keeper gives a history')
  const backupFolder = join(aws.folder, 'credtray-backups')
  return {
    aws,
    files,
    history: files.history,
    backupFolder,
    backups: async () => (await readdir(backupFolder)).filter((name) => !name.startsWith('.')).toSorted(),
    write: (profile, nth = 0) => files.write(writeOrder(profile, nth), neverAborted()),
    takeOver: (profile) => files.write({ ...writeOrder(profile), takeOver: true }, neverAborted()),
    wait: (time) => void (now = after(now, time)),
    set: (moment) => void (now = moment),
    [Symbol.asyncDispose]: () => aws[Symbol.asyncDispose](),
  }
}
