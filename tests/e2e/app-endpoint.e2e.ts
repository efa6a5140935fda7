import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { appPage } from '../support/app/app-page.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

test.afterEach(async () => {
  await person.leave()
})

test('the container endpoint is there when it is wanted, answers a program, and goes with the app', async () => {
  person = await arrive()
  const helper = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(helper.command) } })
  const launched = await person.start()
  const { page, expectState } = await appPage(launched)
  await expectState('staging', 'inactive')
  const ask = (channel: string, input: object): Promise<unknown> =>
    page.evaluate(`window.bridge.request('${channel}', ${JSON.stringify(input)})`)
  const copy = () => ask('session/copy-endpoint', { name: 'staging', format: 'json' })

  expect(await copy()).toMatchObject({ ok: false, problem: { code: 'endpoint/off' } })
  await ask('settings/change', { endpoint: true })
  expect(await copy()).toMatchObject({ ok: true })
  const offer = await copied(launched)
  expect(statSync(offer.tokenFile).mode & 0o777).toBe(0o600)
  const answer = await asked(offer)
  expect(await answer.json()).toMatchObject({ AccessKeyId: expect.stringMatching(/^ASIA/), Token: expect.any(String) })
  expect([helper.runs(), person.credentials()]).toEqual([1, ''])

  await ask('settings/change', { endpoint: false })
  await expect.poll(() => asked(offer).catch(() => 'nobody')).toBe('nobody')
  await ask('settings/change', { endpoint: true })
  await copy()
  expect((await asked(await copied(launched))).status).toBe(200)
  await (await appTray(person.desktop)).quit()
  await launched.ended()
  expect(readdirSync(join(person.dataDir, 'endpoint'))).toEqual([])
})

interface Offer {
  readonly uri: string
  readonly tokenFile: string
  readonly token: string
}

async function copied({ app }: LaunchedApp): Promise<Offer> {
  const variables = JSON.parse(await app.evaluate(({ clipboard }) => clipboard.readText()))
  const tokenFile = String(variables.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE)
  const uri = String(variables.AWS_CONTAINER_CREDENTIALS_FULL_URI)
  return { uri, tokenFile, token: readFileSync(tokenFile, 'utf8') }
}

const asked = ({ uri, token }: Offer): Promise<Response> => fetch(uri, { headers: { authorization: token } })
