import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { type OneTimePage, serveOneTimePage } from '#host/opening/one-time-page'
import { userOf } from '#host/opening/peer-user'

const TARGET = 'https://signin.aws.amazon.com/federation?Action=login&SigninToken=CANARY'
const me = process.getuid?.() ?? null

let pages: OneTimePage[] = []
afterEach(() => {
  for (const page of pages) page.close()
  pages = []
})

async function serve(changes: Partial<Parameters<typeof serveOneTimePage>[1]> = {}): Promise<OneTimePage> {
  const page = await serveOneTimePage(new Secret(TARGET), { platform: process.platform, user: me, ...changes })
  pages.push(page)
  return page
}

/** Status and location of what comes back. */
function ask(address: string, changes: { method?: string; host?: string } = {}): Promise<readonly unknown[]> {
  const { method = 'GET', host } = changes
  return new Promise((resolve) => {
    const asked = request(address, { method, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      response.resume()
      resolve([response.statusCode, response.headers.location])
    })
    asked.on('error', () => resolve(['refused', undefined]))
    asked.end()
  })
}

describe('a page that works once', () => {
  test('leads on the first time, and is gone the second time', async () => {
    const page = await serve()
    const first = await ask(page.address)
    await page.over
    expect([first, await ask(page.address)]).toEqual([
      [303, TARGET],
      ['refused', undefined],
    ])
  })

  test('its address says nothing of where it leads', async () => {
    const { address } = await serve()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/)
  })

  test.each([
    ['another path', (address: string) => ask(address.replace(/[^/]+$/, 'x'))],
    ['another method', (address: string) => ask(address, { method: 'POST' })],
    ['another name for this computer', (address: string) => ask(address, { host: 'evil.example' })],
  ])('%s leads nowhere, and spends nothing', async (_what, trying) => {
    const { address } = await serve()
    const tried = await trying(address)
    expect([tried, await ask(address)]).toEqual([
      [404, undefined],
      [303, TARGET],
    ])
  })

  test.skipIf(process.platform !== 'linux')('the browser of another user is turned away', async () => {
    const { address } = await serve({ user: (me ?? 0) + 1 })
    expect(await ask(address)).toEqual([404, undefined])
  })

  test('it goes when nobody comes', async () => {
    const page = await serve({ waitMs: 1 })
    await page.over
    expect(await ask(page.address)).toEqual(['refused', undefined])
  })
})

test('the kernel’s table names the user of the other end', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 1 1
   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 2 1`
  expect([userOf(table, 8_080, 50_000), userOf(table, 8_080, 1)]).toEqual([1_000, null])
})
