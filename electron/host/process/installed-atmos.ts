import type { Machine } from '../this-machine.ts'
import { childEnvironment } from './child-environment.ts'
import { planStart } from './plan-start.ts'
import { runChild } from './run-child.ts'

/** Nobody should wait for a note; Atmos may look for updates meanwhile. */
const RULES = { timeoutMs: 3_000, maxOutputBytes: 65_536, killGraceMs: 500, drainGraceMs: 200 }

/** The version of the Atmos on PATH, as in `1.200.0`. `null`: there is none, or it does not tell. Never fails. */
export async function installedAtmos({ platform, env, home }: Machine): Promise<string | null> {
  // In the home folder, so that no repository's atmos.yaml is read on the way.
  const place = { platform, env, folder: home }
  const plan = await planStart({ command: 'atmos version', shell: false, identity: null }, place)
  if (!plan.ok) return null
  const start = { ...plan.value, folder: home, env: childEnvironment(env, null) }
  const rules = { ...RULES, platform, onStderr: () => undefined }
  const end = await runChild(start, rules, new AbortController().signal)
  return end.kind === 'exited' && end.exitCode === 0 ? versionIn(Buffer.from(end.output).toString('utf8')) : null
}

/** It stands in a line such as `👽 Atmos 1.200.0 on linux/amd64`, below a picture, and may be coloured. */
function versionIn(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- the escape character is what colours begin with
  const plain = text.replace(/\u001B\[[\d;]*m/g, '')
  return /\batmos\s+v?(\d+\.\d+\.\d+(?:-[\w.]{1,40})?)/i.exec(plain)?.[1] ?? null
}
