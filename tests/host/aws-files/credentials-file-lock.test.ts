import { unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { type AwsFolder, awsFolder, exampleSection, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'

describe('the lock', () => {
  test('one of a process that died is broken', async () => {
    await using aws = await awsFolder()
    await writeFile(lockOf(aws), JSON.stringify({ pid: DEAD, host: hostname(), token: 'x' }))
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect([await aws.text(), await aws.names()]).toEqual([exampleSection('staging'), ['credentials']])
  })

  test.each([
    ['of another machine', JSON.stringify({ pid: DEAD, host: 'elsewhere', token: 'x' }), 31_000],
    ['whose process id runs again', JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' }), 31_000],
    ['that never got its owner', '', 3_000],
  ])('one %s is broken once it is old', async (_name, owner, ageMs) => {
    await using aws = await awsFolder()
    await writeFile(lockOf(aws), owner)
    const then = new Date(Date.now() - ageMs)
    await utimes(lockOf(aws), then, then)
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(await aws.names()).toEqual(['credentials'])
  })

  test('one that is held is waited for', async () => {
    await using aws = await awsFolder()
    await writeFile(lockOf(aws), JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' }))
    const writing = createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    await wait(100)
    const whileHeld = await aws.names()
    await unlink(lockOf(aws))
    await writing
    expect([whileHeld, await aws.text()]).toEqual([['.credentials.credtray-lock'], exampleSection('staging')])
  })

  test('who waits for it can be stopped, and nothing is written', async () => {
    await using aws = await awsFolder()
    await writeFile(lockOf(aws), JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' }))
    const stop = new AbortController()
    const writing = createProfileFiles(aws).write(writeOrder('staging'), stop.signal)
    setTimeout(() => stop.abort(new Error('stopped')), 30)
    await expect(writing).rejects.toThrow('stopped')
    expect(await aws.names()).toEqual(['.credentials.credtray-lock'])
  })
})

/** An id above every `pid_max`. */
const DEAD = 4_194_304 + 17

const lockOf = (aws: AwsFolder): string => join(aws.folder, '.credentials.credtray-lock')
