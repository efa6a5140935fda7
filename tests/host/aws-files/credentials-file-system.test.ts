import { chmod, lstat, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { awsFolder, exampleSection, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { asOrdinaryUser, canDropRights } from '../../support/programs/ordinary-user.ts'
import { problemOf } from '../../support/world/problem-of.ts'

describe.skipIf(!canDropRights)('the file (modes and links: not on Windows)', () => {
  test('fs-new-file-mode: a missing folder is made for us alone, and holds the file only', async () => {
    await using aws = await awsFolder({ make: false })
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const modes = [await stat(aws.folder), await stat(aws.credentialsFile)].map(({ mode }) =>
      (mode & 0o777).toString(8),
    )
    expect([modes, await aws.names()]).toEqual([['700', '600'], ['credentials']])
  })

  test('fs-mode-kept: the mode stays, and others who can read are pointed out', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    await chmod(aws.credentialsFile, 0o640)
    const { warnings } = await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const { mode } = await stat(aws.credentialsFile)
    expect([mode & 0o777, warnings?.map(({ code }) => code)]).toEqual([0o640, ['READABLE_BY_OTHERS']])
  })

  test.runIf(process.getuid?.() === 0)('the owner stays where root writes (root only)', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    await asOrdinaryUser(aws.home, async () => {})
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const { uid, gid } = await stat(aws.credentialsFile)
    expect([uid, gid]).toEqual([65_534, 65_534])
  })

  test('fs-symlink: the link stays, its target is written, nothing is left beside either', async () => {
    await using aws = await awsFolder()
    const real = join(aws.home, 'dotfiles')
    await mkdir(real)
    await writeFile(join(real, 'credentials'), '# kept\n')
    await symlink('../dotfiles/credentials', aws.credentialsFile)
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect([
      await readlink(aws.credentialsFile),
      await readFile(join(real, 'credentials'), 'utf8'),
      await aws.names(),
    ]).toEqual(['../dotfiles/credentials', `# kept\n\n${exampleSection('staging')}`, ['credentials']])
  })

  test('fs-symlink-relative-chain: a link to a link, each counted from its own folder', async () => {
    await using aws = await awsFolder()
    await mkdir(join(aws.folder, 'real'))
    await writeFile(join(aws.folder, 'real', 'c3'), '')
    await symlink('c2', aws.credentialsFile)
    await symlink('real/c3', join(aws.folder, 'c2'))
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const links = [await lstat(aws.credentialsFile), await lstat(join(aws.folder, 'c2'))]
    expect([links.every((link) => link.isSymbolicLink()), await readFile(join(aws.folder, 'real/c3'), 'utf8')]).toEqual(
      [true, exampleSection('staging')],
    )
  })

  test('fs-symlink-dangling: the target is made for us alone', async () => {
    await using aws = await awsFolder()
    await mkdir(join(aws.home, 'dotfiles'))
    await symlink('../dotfiles/new', aws.credentialsFile)
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const made = await lstat(join(aws.home, 'dotfiles/new'))
    expect([made.isFile(), made.mode & 0o777, (await lstat(aws.credentialsFile)).isSymbolicLink()]).toEqual([
      true,
      0o600,
      true,
    ])
  })

  test('a link into a folder that does not exist is refused: the disk may be missing', async () => {
    await using aws = await awsFolder()
    await symlink('/nonexistent/credtray/credentials', aws.credentialsFile)
    const problem = await problemOf(createProfileFiles(aws).write(writeOrder('staging'), neverAborted()))
    expect([problem.code, problem.message.includes('does not exist')]).toEqual(['file/write-failed', true])
  })

  test('fs-symlink-loop: refused, nothing changed', async () => {
    await using aws = await awsFolder()
    await symlink('credentials', aws.credentialsFile)
    const problem = await problemOf(createProfileFiles(aws).write(writeOrder('staging'), neverAborted()))
    expect([problem.code, await aws.names()]).toEqual(['file/symlink-loop', ['credentials']])
  })

  test('fs-dir-symlink: ~/.aws is a link, and a link in it counts from the real folder', async () => {
    await using aws = await awsFolder({ make: false })
    await mkdir(join(aws.home, 'dotfiles/aws'), { recursive: true })
    await symlink('dotfiles/aws', aws.folder)
    await symlink('../secret', aws.credentialsFile)
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect([await readFile(join(aws.home, 'dotfiles/secret'), 'utf8'), await readlink(aws.folder)]).toEqual([
      exampleSection('staging'),
      'dotfiles/aws',
    ])
  })

  test('fs-is-directory: refused', async () => {
    await using aws = await awsFolder()
    await mkdir(aws.credentialsFile)
    const files = createProfileFiles(aws)
    const problems = [
      await problemOf(files.write(writeOrder('staging'), neverAborted())),
      await problemOf(files.read(profileName('staging'))),
    ]
    expect(problems.map(({ code }) => code)).toEqual(['file/not-a-file', 'file/not-a-file'])
  })

  test('a device is no file: AWS_SHARED_CREDENTIALS_FILE=/dev/null is refused', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles({ ...aws, credentialsFile: '/dev/null' })
    expect((await problemOf(files.write(writeOrder('staging'), neverAborted()))).code).toBe('file/not-a-file')
  })

  test('fs-readonly-dir: the folder is named, the bytes stay', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    await chmod(aws.folder, 0o555)
    const write = () => problemOf(createProfileFiles(aws).write(writeOrder('staging'), neverAborted()))
    const problem = await asOrdinaryUser(aws.home, write)
    await chmod(aws.folder, 0o700)
    expect([problem.code, problem.message.includes(`folder ${aws.folder} `), await aws.text()]).toEqual([
      'file/write-failed',
      true,
      '[a]\n',
    ])
  })

  test.each([
    ['as root or anybody', false],
    ['as an ordinary user', true],
  ])('fs-readonly-file: refused %s', async (_who, drop) => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    await chmod(aws.credentialsFile, 0o400)
    const write = () => problemOf(createProfileFiles(aws).write(writeOrder('staging'), neverAborted()))
    const problem = drop ? await asOrdinaryUser(aws.home, write) : await write()
    expect([problem.code, await aws.text(), await aws.names()]).toEqual(['file/write-failed', '[a]\n', ['credentials']])
  })

  test('fs-no-change-no-write: neither file nor folder is touched', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    await files.write(writeOrder('staging'), neverAborted())
    const before = [await stat(aws.credentialsFile), await stat(aws.folder)]
    await files.write(writeOrder('staging'), neverAborted())
    const after = [await stat(aws.credentialsFile), await stat(aws.folder)]
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(before.map(({ ino, mtimeMs }) => [ino, mtimeMs]))
  })

  test('fs-huge: a file over 4 MiB is left alone', async () => {
    await using aws = await awsFolder()
    await aws.write('#'.repeat(5 * 1024 * 1024))
    const problem = await problemOf(createProfileFiles(aws).write(writeOrder('staging'), neverAborted()))
    expect([problem.code, (await stat(aws.credentialsFile)).size]).toEqual(['file/file-too-large', 5 * 1024 * 1024])
  })
})
