import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { after, hours, iso, minutes } from '#core/base/time'
import type { EndpointOffer } from '#host/serving/credentials-endpoint'
import { createEndpointOrders } from '../../electron/orders/endpoint-orders.ts'
import { createEndpointSwitch, type EndpointSwitch } from '../../electron/app/endpoint-switch.ts'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'
import { problemOf } from '../support/world/problem-of.ts'

const staging = identityName('staging')

let folder: string
let app: World
let endpoint: EndpointSwitch
let said: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-switch-'))
  app = world(config(identity('staging')))
  await app.start()
  said = []
  endpoint = createEndpointSwitch({ ...app, folder, print: (line) => void said.push(line) })
})
afterEach(async () => {
  await endpoint.stop()
  await app.engine.stop()
  await rm(folder, { recursive: true, force: true })
})

async function keysFrom({ uri, tokenFile }: EndpointOffer): Promise<unknown> {
  const answer = await fetch(uri, { headers: { authorization: await readFile(tokenFile, 'utf8') } })
  return answer.json()
}

test('nothing listens until the person wants it', async () => {
  await expect(problemOf(endpoint.endpointFor(staging))).resolves.toMatchObject({ code: 'endpoint/off' })
  expect(await readdir(folder)).toEqual([])
})

test('switched on it answers from the engine, and the history says who asked', async () => {
  await app.settings.change({ endpoint: true })
  const [first, second] = await Promise.all(
    [1, 2].map(async () => keysFrom(await endpoint.endpointFor(staging)).catch((error: unknown) => String(error))),
  )
  expect([first, app.calls]).toEqual([second, ['staging']])
  expect(first).toMatchObject({ AccessKeyId: 'ASIAEXAMPLE000000001', Token: 'EXAMPLETOKEN1' })
  expect(app.history.entries.at(-1)).toMatchObject({ what: 'pulled', by: expect.stringMatching(/ over the endpoint$/) })
})

test('it never hands out less than 15 minutes where more can be had', async () => {
  await app.settings.change({ endpoint: true })
  const offer = await endpoint.endpointFor(staging)
  await keysFrom(offer)
  await app.clock.advance(minutes(46))
  expect(await keysFrom(offer)).toMatchObject({ Expiration: iso(after(app.clock.now(), hours(1))) })
  expect(app.calls.length).toBe(2)
})

test('switched off and on again it has new tokens at a new place, and the old ones are gone', async () => {
  await app.settings.change({ endpoint: true })
  const old = await endpoint.endpointFor(staging)
  await app.settings.change({ endpoint: false })
  await app.settings.change({ endpoint: true })
  const fresh = await endpoint.endpointFor(staging)
  await expect(readFile(old.tokenFile)).rejects.toThrow('ENOENT')
  expect([fresh.tokenFile === old.tokenFile, fresh.uri === old.uri]).toEqual([false, false])
})

test('what is copied leads a program there, and holds no secret', async () => {
  const copied: string[] = []
  const orders = createEndpointOrders({ ...endpoint, copy: (text) => void copied.push(text) })
  await expect(problemOf(orders.copyEndpoint({ name: staging, format: 'json' }))).resolves.toMatchObject({
    code: 'endpoint/off',
  })
  await app.settings.change({ endpoint: true })
  await orders.copyEndpoint({ name: staging, format: 'json' })
  const { uri, tokenFile } = await endpoint.endpointFor(staging)
  expect(copied.map((text) => JSON.parse(text))).toEqual([
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile },
  ])
})

test('an identity that nobody knows is refused', async () => {
  await app.settings.change({ endpoint: true })
  await expect(problemOf(endpoint.endpointFor(identityName('nobody')))).resolves.toMatchObject({
    code: 'identity/unknown',
  })
})

test('with the app its files go', async () => {
  await app.settings.change({ endpoint: true })
  await endpoint.endpointFor(staging)
  await endpoint.stop()
  expect([await readdir(join(folder, 'endpoint')), said]).toEqual([[], []])
})
