import type { Secret } from '#core/base/secret'
import { childEnvironment } from './child-environment.ts'
import { launchFirst } from './launch.ts'
import { serveOneTimePage } from './one-time-page.ts'
import { type TerminalMachine, wordsOf } from './open-terminal.ts'

interface BrowserParts {
  readonly machine: TerminalMachine
  /** The command line of the settings; `{url}` is where the address goes, else it is the last word. `null`: the system's own. */
  readonly program: string | null
  /** Opens an address in the browser of the system. */
  readonly openExternal: (address: string) => Promise<void>
}

/** Opens a page whose address is a secret: what the browser is started with is a page of ours, good for once. */
export async function openSecretPage(target: Secret, { machine, program, openExternal }: BrowserParts): Promise<void> {
  const { platform, env, home } = machine
  const words = wordsOf(program, platform)
  const page = await serveOneTimePage(target, { platform, user: process.getuid?.() ?? null })
  try {
    if (words === null) return await openExternal(page.address)
    const [file = '', ...args] = withAddress(words, page.address)
    await launchFirst([{ file, args }], { platform, env: childEnvironment(env, null), folder: home })
  } catch (error) {
    page.close()
    throw error
  }
}

function withAddress(words: readonly string[], address: string): readonly string[] {
  const placed = words.map((word) => word.replaceAll('{url}', address))
  return words.some((word) => word.includes('{url}')) ? placed : [...words, address]
}
