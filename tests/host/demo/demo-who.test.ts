import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seconds } from '#core/base/time'
import { startDemo } from '#host/demo/start-demo'
import { createProcessRunner } from '#host/process/process-runner'
import { createTokenService } from '#host/sts/sts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const assets = new URL('../../../assets/demo', import.meta.url).pathname
const never = new AbortController().signal

test('in the demo even a helper without an endpoint is asked about on this computer only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-'))
  const demo = await startDemo({ folder, assets })
  try {
    const runner = createProcessRunner({ env: process.env, platform: process.platform, home: folder })
    const command = `"${join(folder, 'demo', 'print-session.sh')}" 900`
    const { result } = await runner.run({ command, shell: false, timeout: seconds(20) }, never)
    if (!result.ok) throw new Error(result.problem.message)
    const tokens = createTokenService({
      env: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', ...demo.environment },
      contacts: ownContacts(),
    })
    const caller = { credentials: result.value.credentials, region: 'eu-west-1', endpoint: null }
    expect(await tokens.getCallerIdentity(caller, never)).toEqual({
      arn: 'arn:aws:sts::111111111111:assumed-role/CorpBase/demo',
      account: '111111111111',
    })
  } finally {
    await demo.stop()
    await rm(folder, { recursive: true })
  }
})
