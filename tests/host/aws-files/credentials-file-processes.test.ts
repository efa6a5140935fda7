import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { type AwsFolder, awsFolder, exampleSection, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { type Bundle, bundle } from '../../support/programs/bundle.ts'
import type { WriterOrder } from '../../support/files/profile-writer.ts'

/** Starting processes is slow on a busy machine; what they do is not. */
const SLOW_MS = 90_000

let writer: Bundle
beforeAll(async () => {
  writer = await bundle('tests/support/files/profile-writer.ts')
}, SLOW_MS)
afterAll(async () => {
  await writer[Symbol.asyncDispose]()
})

const FOREIGN = '# kept\n[default]\nregion = eu-west-1\n'

describe('several processes', () => {
  test(
    'fs-two-writers: 20 writers in 5 processes, and every profile is in the file',
    async () => {
      await using aws = await awsFolder()
      await aws.write(FOREIGN)
      for (const round of [0, 1, 2, 3]) {
        const writers = Array.from({ length: 5 }, (_none, nth) =>
          start(aws, { profile: `p${round * 5 + nth}`, times: 3 }),
        )
        await Promise.all(writers.map((process) => once(process, 'exit')))
      }
      const added = (await aws.text())
        .slice(FOREIGN.length)
        .split('\n\n')
        .map((section) => section.trim())
        .toSorted()
      const expected = Array.from({ length: 20 }, (_none, nth) => exampleSection(`p${nth}`, 2).trim()).toSorted()
      expect([added, await aws.names()]).toEqual([expected, ['credentials']])
    },
    SLOW_MS,
  )
})

describe('killed in the middle', () => {
  test('fs-crash: right before the rename the old bytes stand, and the next run removes the temporary file', async () => {
    await using aws = await awsFolder()
    await aws.write(FOREIGN)
    await once(start(aws, { profile: 'staging', times: 1, dieAt: 'rename' }), 'exit')
    const afterCrash = [await aws.text(), (await aws.names()).length]
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect([afterCrash, await aws.text(), await aws.names()]).toEqual([
      [FOREIGN, 3],
      `${FOREIGN}\n${exampleSection('staging')}`,
      ['credentials'],
    ])
  })

  test('right after the rename the new bytes stand, and the next run removes the lock', async () => {
    await using aws = await awsFolder()
    await once(start(aws, { profile: 'staging', times: 1, dieAt: 'unlink' }), 'exit')
    const afterCrash = [await aws.text(), await aws.names()]
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect([afterCrash, await aws.names()]).toEqual([
      [exampleSection('staging'), ['.credentials.credtray-lock', 'credentials']],
      ['credentials'],
    ])
  })

  test(
    'at any moment, 36 times: the file is whole and of one session, and the next run works and cleans up',
    async () => {
      await using aws = await awsFolder()
      await aws.write(FOREIGN)
      const whole = [
        FOREIGN,
        ...Array.from({ length: 10 }, (_none, nth) => `${FOREIGN}\n${exampleSection('staging', nth)}`),
      ]
      const broken: string[] = []
      for (let nth = 0; nth < 36; nth += 1) {
        await killedAfter(start(aws, { profile: 'staging', times: 100_000 }), (nth * 1.7) % 13)
        const text = await aws.text()
        if (!whole.includes(text)) broken.push(text)
      }
      await createProfileFiles(aws).write(writeOrder('staging', 3), neverAborted())
      expect([broken, await aws.text(), await aws.names()]).toEqual([[], whole[4], ['credentials']])
    },
    SLOW_MS,
  )
})

type Started = Pick<WriterOrder, 'profile' | 'times' | 'dieAt'>

function start({ credentialsFile, configFile }: AwsFolder, order: Started): ChildProcess {
  const argument = JSON.stringify({ credentialsFile, configFile, ...order })
  return spawn(process.execPath, [writer.script, argument], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function killedAfter(child: ChildProcess, ms: number): Promise<void> {
  const gone = once(child, 'exit')
  if (child.stdout !== null) await once(child.stdout, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  await gone
}
