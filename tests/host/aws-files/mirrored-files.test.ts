import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk } from '#host/aws-files/disk'
import { createFileKeeper } from '#host/aws-files/file-keeper'
import { mirroredFiles } from '#host/aws-files/mirrored-files'
import { NOW } from '../../support/states/builders.ts'
import { awsFolder, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'

/** Two credentials files, the second one in a folder of its own. */
async function twoFiles(second: string | null) {
  const aws = await awsFolder()
  const mirror = join(aws.home, 'other', 'credentials')
  await mkdir(join(aws.home, 'other'), { mode: 0o700 })
  if (second !== null) await writeFile(mirror, second, { mode: 0o600 })
  const files = mirroredFiles(
    createProfileFiles(aws, nodeDisk),
    createProfileFiles({ ...aws, credentialsFile: mirror }, nodeDisk),
  )
  const text = () => readFile(mirror, 'utf8').catch(() => null)
  return { aws, files, mirror, text, [Symbol.asyncDispose]: () => aws[Symbol.asyncDispose]() }
}

const THEIRS = '# mine\n[default]\nregion = eu-west-1\n'
const signal = neverAborted()

test('both files get the same section, and lose it together, with every other byte as it was', async () => {
  await using both = await twoFiles(THEIRS)
  await both.files.write(writeOrder('staging'), signal)
  const written = await both.text()
  expect(written?.startsWith(THEIRS)).toBe(true)
  expect(written?.endsWith((await both.aws.text()) ?? 'nothing')).toBe(true)
  expect((await stat(both.mirror)).mode & 0o777).toBe(0o600)
  await both.files.remove(profileName('staging'), signal)
  expect(await both.text()).toBe(THEIRS)
})

test('a section of theirs in the second file is left alone, and said: the first one has fresh keys', async () => {
  const own = '[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLEKEY\n'
  await using both = await twoFiles(own)
  const { warnings } = await both.files.write({ ...writeOrder('staging'), takeOver: true }, signal)
  expect([await both.text(), warnings?.map(({ code }) => code)]).toEqual([own, ['MIRROR_NOT_WRITTEN']])
  expect(await both.aws.text()).toContain('[staging]')
})

test('keys that cannot be taken out of the second file are not forgotten', async () => {
  await using both = await twoFiles(null)
  await both.files.write(writeOrder('staging'), signal)
  const first = await both.aws.text()
  await both.aws.write('')
  expect([first === '', await both.files.managed()]).toEqual([false, ['staging']])
})

test('a second file of theirs is shown before the very first write, until they have agreed', async () => {
  await using both = await twoFiles(THEIRS)
  const keeper = createFileKeeper({ folder: join(both.aws.home, 'data'), disk: nodeDisk, now: () => NOW })
  const { history } = mirroredFiles(
    createProfileFiles(both.aws, nodeDisk, keeper),
    createProfileFiles({ ...both.aws, credentialsFile: both.mirror }, nodeDisk, keeper),
  )
  const asked = () => history?.firstWrites({ profile: profileName('staging'), region: null })
  expect((await asked())?.map(({ file }) => file)).toEqual([both.mirror])
  await history?.agree()
  expect([await asked(), await both.text()]).toEqual([[], THEIRS])
})
