import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { profileName } from '#core/identity/names'
import { nodeDisk } from '#host/aws-files/disk'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { createFileKeeper } from '#host/aws-files/file-keeper'
import { instant } from '#core/base/time'
import { neverAborted } from '../../support/files/aws-folder.ts'
import { keptFolder, type KeptFolder } from '../../support/files/kept-folder.ts'

const MINE = '# mine\n[default]\nregion = eu-west-1\naws_secret_access_key = SECRETOFMINE\n'
const staging = { profile: profileName('staging'), region: null }

const shown = async ({ history }: KeptFolder, region: string | null = null) =>
  (await history.firstWrites({ ...staging, region })).map(({ lines }) =>
    lines.map(({ sign, text }) => `${sign} ${text}`),
  )

const ADDED = [
  '+ ',
  '+ [staging]',
  '+ aws_access_key_id = …',
  '+ aws_secret_access_key = …',
  '+ aws_session_token = …',
  '+ x_security_token_expires = (their end)',
  '+ manager = credtray',
]

describe('the very first write to a file of the person’s', () => {
  test('is shown line by line, with nothing written and nothing of theirs in it', async () => {
    await using desk = await keptFolder(MINE)
    expect([(await shown(desk)).map((lines) => lines.filter((line) => line !== '+ ')), await desk.aws.text()]).toEqual([
      [ADDED.filter((line) => line !== '+ ')],
      MINE,
    ])
  })

  test.each([
    ['that is not there', null],
    ['that is empty', ''],
    ['of nothing but blanks', ' \n\n\t\n'],
    [
      'that a Credtray has written to',
      `${MINE}\n[other]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = x\nmanager = credtray\n`,
    ],
  ])('a file %s is nobody’s to ask about', async (_name, text) => {
    await using desk = await keptFolder(text)
    expect(await shown(desk)).toEqual([])
  })

  test('a config file that only holds regions of ours is not theirs', async () => {
    await using desk = await keptFolder(null)
    expect(await shown(desk, 'eu-west-1')).toEqual([])
    await desk.write('one')
    await writeFile(desk.aws.configFile, '[profile one]\nregion = eu-west-1\n')
    expect(await shown(desk, 'eu-west-1')).toEqual([])
  })

  test('names the region that their config file gets as well', async () => {
    await using desk = await keptFolder(MINE)
    await writeFile(desk.aws.configFile, '[default]\noutput = json\n')
    const lines = (await shown(desk, 'eu-west-1')).at(1)?.filter((line) => line !== '+ ')
    expect(lines).toEqual(['+ [profile staging]', '+ region = eu-west-1'])
  })

  test('is shown no more once they have agreed, in this start and the next', async () => {
    await using desk = await keptFolder(MINE)
    await desk.history.agree()
    const now = () => instant(0)
    const keeper = createFileKeeper({ folder: `${desk.aws.home}/data`, disk: nodeDisk, now })
    const next = createProfileFiles(desk.aws, nodeDisk, keeper).history
    expect([await shown(desk), await next?.firstWrites(staging)]).toEqual([[], []])
  })

  test('is behind us once it was made, whoever ordered it', async () => {
    await using desk = await keptFolder(MINE)
    await desk.write('one')
    await desk.files.remove(profileName('one'), neverAborted())
    expect([await shown(desk), await readFile(desk.aws.credentialsFile, 'utf8')]).toEqual([[], MINE])
  })

  test('that would be refused says so instead of asking', async () => {
    await using desk = await keptFolder('[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')
    await expect(shown(desk)).rejects.toMatchObject({ problem: { code: 'file/not-ours' } })
  })
})

test('what was added to a file that nobody had is told as the first change too', async () => {
  await using desk = await keptFolder(null)
  const told = [await desk.write('one'), await desk.write('two')]
  expect(told.map(({ change }) => change?.isFirst)).toEqual([true, false])
})
