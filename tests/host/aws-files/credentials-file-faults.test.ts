import { lstat, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk } from '#host/aws-files/disk'
import { type AwsFolder, awsFolder, exampleSection, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { faultyDisk, fullDisk, systemError } from '../../support/files/faulty-disk.ts'
import { problemOf } from '../../support/world/problem-of.ts'

describe('another program writes at the same time', () => {
  test('fs-concurrent-change: its change and ours are both in the file', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\nx = 1\n')
    const disk = changingBeforeRename(aws, 1)
    await createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted())
    expect([await aws.text(), await aws.names()]).toEqual([
      `[a]\nx = 1\n# change 1\n\n${exampleSection('staging')}`,
      ['credentials'],
    ])
  })

  test('fs-concurrent-change: after five tries we give up, and its text stands', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\nx = 1\n')
    const files = createProfileFiles(aws, changingBeforeRename(aws, 99))
    const problem = await problemOf(files.write(writeOrder('staging'), neverAborted()))
    expect([problem.code, await aws.text(), await aws.names()]).toEqual([
      'file/file-changed',
      `[a]\nx = 1\n${[1, 2, 3, 4, 5].map((nth) => `# change ${nth}\n`).join('')}`,
      ['credentials'],
    ])
  })

  test('a file that appears while a new one is made is not replaced', async () => {
    await using aws = await awsFolder()
    await createProfileFiles(aws, changingBeforeRename(aws, 1)).write(writeOrder('staging'), neverAborted())
    expect(await aws.text()).toBe(`# change 1\n\n${exampleSection('staging')}`)
  })

  test('what is overwritten right after our rename is written again', async () => {
    await using aws = await awsFolder()
    let renames = 0
    const disk = faultyDisk({
      rename: async (from, to) => {
        await nodeDisk.rename(from, to)
        renames += 1
        if (renames === 1) await aws.write('# theirs\n')
      },
    })
    await createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted())
    expect(await aws.text()).toBe(`# theirs\n\n${exampleSection('staging')}`)
  })
})

test('aws-cli#10648: a file that another program has emptied and is about to fill is waited for', async () => {
  await using aws = await awsFolder()
  await aws.write('[a]\nx = 1\n')
  await wait(100)
  await aws.write('')
  const written = createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
  await wait(80)
  await aws.write('[a]\nx = 2\n')
  await written
  expect(await aws.text()).toBe(`[a]\nx = 2\n\n${exampleSection('staging')}`)
})

describe('the disk fails', () => {
  test.each([
    ['ENOSPC', 'no space'],
    ['EDQUOT', 'no space'],
    ['EROFS', 'read-only'],
    ['EIO', 'EIO'],
  ])('fs-disk-full: %s is explained, the old bytes stay, no temporary file is left', async (code, word) => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    const files = createProfileFiles(aws, fullDisk(code))
    const problem = await problemOf(files.write(writeOrder('staging'), neverAborted()))
    expect([problem.code, problem.message.includes(word), await aws.text(), await aws.names()]).toEqual([
      'file/write-failed',
      true,
      '[a]\n',
      ['credentials'],
    ])
  })

  test('fs-windows-locked: a file that is open for half a second is waited for', async () => {
    await using aws = await awsFolder()
    let refusals = 3
    const disk = faultyDisk({
      platform: 'win32',
      rename: (from, to) => (refusals-- > 0 ? Promise.reject(systemError('EPERM')) : nodeDisk.rename(from, to)),
    })
    await createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted())
    expect(await aws.text()).toBe(exampleSection('staging'))
  })

  test('fs-windows-locked: a file that stays open is given up after two seconds', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\n')
    const disk = faultyDisk({ platform: 'win32', rename: () => Promise.reject(systemError('EBUSY')) })
    const started = Date.now()
    const problem = await problemOf(createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted()))
    const waited = Date.now() - started
    expect([
      problem.code,
      problem.message.includes('open'),
      waited > 1_000 && waited < 4_000,
      await aws.names(),
    ]).toEqual(['file/write-failed', true, true, ['credentials']])
  })

  test('elsewhere such an error is final at once', async () => {
    await using aws = await awsFolder()
    const disk = faultyDisk({ platform: 'linux', rename: () => Promise.reject(systemError('EPERM')) })
    const started = Date.now()
    await problemOf(createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted()))
    expect(Date.now() - started).toBeLessThan(1_000)
  })
})

describe('the temporary file', () => {
  test('fs-temp-file-mode: beside the target, new and for us alone before its first byte; file and folder are synced', async () => {
    await using aws = await awsFolder()
    const seen: string[] = []
    const disk = faultyDisk({
      open: async (path, flags, mode) => {
        const file = await nodeDisk.open(path, flags, mode)
        const name = String(path)
          .replace(aws.folder, '')
          .replace(/\d+-[0-9a-f]{12}/, 'N')
        const { mode: made, size } = await stat(path)
        if (!name.endsWith('lock'))
          seen.push(`${name} ${flags} ${(made & 0o777).toString(8)}${flags === 'r' ? '' : ` ${size}`}`)
        const sync = file.sync.bind(file)
        file.sync = async () => {
          seen.push(`sync ${name}`)
          await sync()
        }
        return file
      },
      rename: async (from, to) => {
        seen.push('rename')
        await nodeDisk.rename(from, to)
      },
    })
    await createProfileFiles(aws, disk).write(writeOrder('staging'), neverAborted())
    expect(seen).toEqual([
      '/.credentials.credtray-N.tmp wx 600 0',
      'sync /.credentials.credtray-N.tmp',
      'rename',
      ' r 700',
      'sync ',
    ])
  })

  test('one that a killed run left is removed by the next, also where there is nothing to write', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    await files.write(writeOrder('staging'), neverAborted())
    await writeFile(join(aws.folder, `.credentials.credtray-${DEAD}-0123456789ab.tmp`), 'secrets')
    await files.write(writeOrder('staging'), neverAborted())
    expect(await aws.names()).toEqual(['credentials'])
  })

  test('one of a running process, and files that only look alike, are left alone', async () => {
    await using aws = await awsFolder()
    const others = [
      `.credentials.credtray-${process.ppid}-0123456789ab.tmp`,
      '.credentials.credtray-notes',
      '.credentials.tmp',
    ]
    for (const name of others) await writeFile(join(aws.folder, name), '')
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(await aws.names()).toEqual([...others, 'credentials'].toSorted())
  })
})

/** An id above every `pid_max`. */
const DEAD = 4_194_304 + 17

/** Somebody appends a line right when our temporary file is complete, this many times. */
function changingBeforeRename(aws: AwsFolder, times: number) {
  let changes = 0
  return faultyDisk({
    open: async (path, flags, mode) => {
      const file = await nodeDisk.open(path, flags, mode)
      if (!String(path).endsWith('.tmp')) return file
      const close = file.close.bind(file)
      file.close = async () => {
        await close()
        if (changes < times) {
          changes += 1
          const before =
            (await lstat(aws.credentialsFile).catch(() => null)) === null
              ? ''
              : await readFile(aws.credentialsFile, 'utf8')
          await writeFile(aws.credentialsFile, `${before}# change ${changes}\n`)
        }
      }
      return file
    },
  })
}
