import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import type { Place } from '#core/base/problem'
import { editorLines } from '#core/command/editor-line'
import { childEnvironment, variable } from '../process/child-environment.ts'
import type { Environment, Machine } from '../this-machine.ts'
import { planDirect, type StartPlan } from '../process/plan-start.ts'

export interface EditorOrder extends Pick<Machine, 'platform' | 'env'> {
  readonly place: Place
  /** What the person set. `null`: nothing. */
  readonly setting: string | null
}

/** `nobody`: no editor is known here, so the system decides. `failed`: the person's own choice did not start. */
export type EditorStart =
  | { readonly kind: 'started' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly why: string }

/** Opens a place in an editor with a window, no shell in between. The editor lives on without us. */
export async function openEditor({ place, setting, platform, env }: EditorOrder): Promise<EditorStart> {
  const wishes = { setting, visual: variable(env, 'VISUAL', platform), editor: variable(env, 'EDITOR', platform) }
  const lines = editorLines(wishes, place, platform === 'win32' ? 'win32' : 'posix')
  if (lines === null) return { kind: 'failed', why: 'the editor of the settings has a quote that is never closed' }
  for (const words of lines) {
    const plan = await planDirect(words.join(' '), words, { platform, env, folder: homedir() })
    if (plan.ok && (await start(plan.value, env))) return { kind: 'started' }
  }
  const [program = 'the editor'] = lines[0] ?? []
  return setting === null
    ? { kind: 'nobody' }
    : { kind: 'failed', why: `${program}, the editor of the settings, did not start` }
}

function start({ file, args, verbatim }: StartPlan, env: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      detached: true,
      stdio: 'ignore',
      windowsVerbatimArguments: verbatim,
      windowsHide: true,
      env: childEnvironment(env, null),
    })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
