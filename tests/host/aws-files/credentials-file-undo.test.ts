import { readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { days, seconds } from '#core/base/time'
import { profileName } from '#core/identity/names'
import { neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { keptFolder } from '../../support/files/kept-folder.ts'
import { problemOf } from '../../support/world/problem-of.ts'

const MINE = '# mine\n[default]\nregion = eu-west-1\n'
const LONG_LIVED = '[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = mine\n'

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

  test('a file that Credtray made stays behind, empty: it cannot be removed only if it is still empty', async () => {
    await using desk = await keptFolder(null)
    await desk.write('staging')
    await desk.files.remove(profileName('staging'), neverAborted())
    const afterRemoval = await desk.aws.text()
    await desk.write('staging', 1)
    await desk.history.undo(null, neverAborted())
    expect([afterRemoval, await desk.aws.text()]).toEqual(['', ''])
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
    const { lines } = await desk.history.preview(profileName('staging'))
    expect([lines.map(({ sign, text }) => `${sign} ${text}`), await desk.aws.text()]).toEqual([
      [
        '- aws_access_key_id = AKIA…MPLE',
        '- aws_secret_access_key = …',
        '+ aws_access_key_id = …',
        '+ aws_secret_access_key = …',
        '+ aws_session_token = …',
        '+ x_security_token_expires = (their end)',
        '+ manager = credtray',
      ],
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
