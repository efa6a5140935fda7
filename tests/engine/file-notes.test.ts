import { afterEach, expect, test } from 'vitest'
import { readableByOthers } from '#core/profile-file/notes'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { settle } from '../support/world/fake-clock.ts'
import { config, identity } from '../support/world/fake-config.ts'

const staging = identityName('staging')
const NOTE = readableByOthers('/home/ana/.aws/credentials')
let running: World | null = null

afterEach(async () => {
  await running?.engine.stop()
  running = null
})

async function begin(): Promise<World> {
  running = world(config(identity('staging')))
  const { files } = running
  const { write } = files
  files.write = async (order, signal) => ({ ...(await write(order, signal)), warnings: [NOTE] })
  await running.start()
  await running.engine.activate(staging)
  await settle()
  return running
}

const notesOf = ({ engine }: World) => engine.snapshot().identities.find(({ name }) => name === staging)?.fileNotes

test('what a write found in the AWS files is told with the identity', async () => {
  expect(notesOf(await begin())).toEqual([NOTE])
})

test('whoever is deactivated does not mind the files any more', async () => {
  const app = await begin()
  await app.engine.deactivate(staging)
  expect(notesOf(app)).toEqual([])
})
