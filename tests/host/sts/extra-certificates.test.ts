import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokenService } from '#host/sts/sts'
import { root } from '../../../build/setup/project.mjs'
import { callerAt, never } from '../../support/aws/bobs-sts.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const certificate = join(root, 'tests/fixtures/tls/inspector.pem')

/** STS behind a box that opens HTTPS and closes it again with a certificate of its own. */
let inspected: Server
let url: string

beforeAll(async () => {
  const key = readFileSync(join(root, 'tests/fixtures/tls/inspector.key.pem'))
  inspected = createServer({ key, cert: readFileSync(certificate) }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    response.end(ANSWER)
  }).listen(0, '127.0.0.1')
  await once(inspected, 'listening')
  const address = inspected.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  url = `https://localhost:${address.port}`
})
afterAll(() => void inspected.close())

const ANSWER = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111111111111:user/bob</Arn><UserId>AIDAEXAMPLE</UserId><Account>111111111111</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`

const whoIs = (env: Readonly<Record<string, string>>) =>
  createTokenService({ env, contacts: ownContacts() }).getCallerIdentity(callerAt(url), never)

test.each(['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'])(
  '%s names the authority of a company that inspects HTTPS',
  async (name) => {
    expect(await whoIs({ [name]: certificate })).toMatchObject({ account: '111111111111' })
  },
)

test.each([{}, { AWS_CA_BUNDLE: join(root, 'no-such-file.pem') }])(
  'with %j nobody vouches for it, and the hint says what to set',
  async (env) => {
    await expect(whoIs(env)).rejects.toMatchObject({
      problem: { code: 'sts/unreachable', hint: expect.stringContaining('AWS_CA_BUNDLE') },
    })
  },
)
