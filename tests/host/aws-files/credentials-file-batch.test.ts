import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { nodeDisk } from '#host/aws-files/disk'
import { awsFolder, exampleSection, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { faultyDisk } from '../../support/files/faulty-disk.ts'

describe('several profiles at once', () => {
  test('fs-two-writers: what comes in during a write becomes one more write', async () => {
    await using aws = await awsFolder()
    let renames = 0
    const others: Promise<unknown>[] = []
    const disk = faultyDisk({
      rename: async (from, to) => {
        renames += 1
        // Not in one turn: each of them finds a write under way.
        for (let nth = 0; nth < (renames === 1 ? 20 : 0); nth += 1) {
          others.push(files.write(writeOrder(`q${nth}`), neverAborted()))
          await setImmediate()
        }
        await nodeDisk.rename(from, to)
      },
    })
    const files = createProfileFiles(aws, disk)
    await files.write(writeOrder('p'), neverAborted())
    await Promise.all(others)
    expect([renames, (await aws.text()).match(/^\[/gm)?.length]).toEqual([2, 21])
  })

  test('one that is refused does not keep the others from being written', async () => {
    await using aws = await awsFolder()
    await aws.write('[b]\nx = 1\n')
    const files = createProfileFiles(aws)
    const written = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => files.write(writeOrder(name), neverAborted())),
    )
    expect([written.map(({ status }) => status), await aws.text()]).toEqual([
      ['fulfilled', 'rejected', 'fulfilled'],
      `[b]\nx = 1\n\n${exampleSection('a')}\n${exampleSection('c')}`,
    ])
  })

  test('one that is stopped before its turn is not written; the others are', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    const stopped = files.write(writeOrder('a'), AbortSignal.abort(new Error('stopped')))
    const [first, second] = await Promise.allSettled([stopped, files.write(writeOrder('b'), neverAborted())])
    expect([first.status, second.status, await aws.text()]).toEqual(['rejected', 'fulfilled', exampleSection('b')])
  })

  test('a removal and a write of one profile are made in the order they came', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    await Promise.all([
      files.write(writeOrder('a'), neverAborted()),
      files.remove(profileName('a'), neverAborted()),
      files.write(writeOrder('a', 1), neverAborted()),
    ])
    expect(await aws.text()).toBe(exampleSection('a', 1))
  })

  test('two adapters of one file in one process do not lose each other’s profiles', async () => {
    await using aws = await awsFolder()
    const [one, other] = [createProfileFiles(aws), createProfileFiles(aws)]
    await Promise.all(
      Array.from({ length: 20 }, (_none, nth) =>
        (nth % 2 === 0 ? one : other).write(writeOrder(`p${nth}`), neverAborted()),
      ),
    )
    expect([(await aws.text()).match(/^\[/gm)?.length, await aws.names()]).toEqual([20, ['credentials']])
  })

  test('a write leaves no listener on the signal of a long run', async () => {
    await using aws = await awsFolder()
    const signal = neverAborted()
    let listeners = 0
    const { addEventListener, removeEventListener } = signal
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners += 1
      addEventListener.apply(signal, args)
    }
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners -= 1
      removeEventListener.apply(signal, args)
    }
    await createProfileFiles(aws).write(writeOrder('a'), signal)
    expect(listeners).toBe(0)
  })
})
