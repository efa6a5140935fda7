import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveSocket, unservedWords } from '../../electron/app/serve-socket.ts'

test('a socket that cannot be served is told, and closes as any other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-test-'))
  await writeFile(join(folder, 'file'), '')
  const told: string[] = []
  const socket = await serveSocket(
    join(folder, 'file', 'app.sock'),
    async () => null,
    (why) => told.push(why),
  )
  await socket.close()
  await rm(folder, { recursive: true })
  expect([told.length, unservedWords(told[0] ?? '')]).toEqual([1, expect.stringMatching(/cannot reach it \(.+\)/)])
})
