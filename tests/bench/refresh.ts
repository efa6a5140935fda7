import { spawn } from 'node:child_process'
import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityName } from '#core/identity/names'
import { assemble } from '../../electron/assemble.ts'
import { begin } from '../../electron/beginnings.ts'
import { root } from '../../build/setup/project.mjs'
import { median } from './median.ts'

/**
 * One renewal, from the moment it is due to the renamed credentials file, against the least that it could cost: a bare
 * spawn of the same helper, and a bare write, fsync and rename of the same bytes. Both in plain Node, milliseconds.
 */
export async function refreshTimes(rounds: number): Promise<Readonly<Record<string, number>>> {
  const home = await mkdtemp(join(tmpdir(), 'credtray-bench-'))
  try {
    const helper = await writeHelper(home)
    const refresh = await startEngine(home, helper)
    const renewals: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      renewals.push(await timed(refresh.once))
      bare.push(await timed(() => bareRefresh(helper, home)))
    }
    await refresh.stop()
    const [ours, least] = [median(renewals), median(bare)]
    return { renewalMs: ours, bareSpawnAndRenameMs: least, ratio: Math.round((10 * ours) / least) / 10, rounds }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** New keys at each run: an unchanged file would not be written at all. */
async function writeHelper(home: string): Promise<string> {
  const path = join(home, 'helper.sh')
  const keys = '"AccessKeyId":"ASIAEXAMPLE%09d","SecretAccessKey":"EXAMPLESECRET","SessionToken":"EXAMPLETOKEN"'
  const script = `#!/bin/sh\nprintf '{"Version":1,${keys},"Expiration":"2999-01-01T00:00:00Z"}' "$$"\n`
  await writeFile(path, script, { mode: 0o755 })
  return path
}

async function startEngine(home: string, helper: string) {
  const config = join(home, 'config.yaml')
  const source = `{ kind: aws/credential-process, credentials: { credential_process: '${helper}' } }`
  await writeFile(config, `auth: { identities: { bench: ${source} } }\n`)
  const env = { ...process.env, HOME: home, CREDTRAY_IDENTITY_CHECK: 'off', CREDTRAY_TRUST: 'all' }
  const where = { config, dataDir: join(home, 'data'), folder: null }
  const begun = begin(where, { platform: process.platform, env, home })
  const { engine } = await assemble(where, begun, { assets: join(root, 'assets'), sealing: noSealing })
  await engine.load()
  return {
    once: async () => void (await engine.refresh(identityName('bench'), null)),
    stop: () => engine.stop(),
  }
}

function noSealing(): never {
  throw new Error('no key is typed in a bench')
}

async function bareRefresh(helper: string, home: string): Promise<void> {
  await new Promise((ended) => {
    const child = spawn(helper, { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.resume()
    child.on('close', ended)
  })
  const file = join(home, '.aws', 'credentials')
  const fresh = join(home, '.aws', 'fresh')
  const handle = await open(fresh, 'wx', 0o600)
  await handle.writeFile(await readFile(file))
  await handle.sync()
  await handle.close()
  await rename(fresh, file)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
