import type { Secret } from '#core/base/secret'
import type { IdentityView } from '#core/snapshot/snapshot'
import { childEnvironment } from '../process/child-environment.ts'
import { launchFirst } from '../process/launch.ts'
import type { Machine } from '../this-machine.ts'
import { serveOneTimePage } from './one-time-page.ts'
import { wordsOf } from './open-terminal.ts'

/** What is opened, in which browser, as whom. */
export interface PageOrder {
  readonly target: Secret
  /**
   * The command line of the settings; `{url}` is where the address goes, else it is the last word. `{name}`, `{profile}` and
   * `{account}` choose a browser profile for each identity. `null`: the system's own.
   */
  readonly program: string | null
  readonly identity: Pick<IdentityView, 'name' | 'profile' | 'account'>
}

interface BrowserParts {
  readonly machine: Machine
  /** Opens an address in the browser of the system. */
  readonly openExternal: (address: string) => Promise<void>
}

/** Opens a page whose address is a secret: what the browser is started with is a page of ours, good for once. */
export async function openSecretPage(order: PageOrder, { machine, openExternal }: BrowserParts): Promise<void> {
  const { platform, env, home } = machine
  const words = wordsOf(order.program, platform)
  const page = await serveOneTimePage(order.target, { platform, user: process.getuid?.() ?? null })
  try {
    if (words === null) return await openExternal(page.address)
    const [file = '', ...args] = filled(words, page.address, order.identity)
    await launchFirst([{ file, args }], { platform, env: childEnvironment(env, null), folder: home })
  } catch (error) {
    page.close()
    throw error
  }
}

/** In one pass, so that an identity called `{url}` is not read again; and none is read as an option of the browser. */
function filled(words: readonly string[], url: string, { name, profile, account }: PageOrder['identity']) {
  const values: Readonly<Record<string, string>> = { url, name, profile, account: account ?? 'unknown' }
  const placed = words.map((word) =>
    word.replace(PLACEHOLDER, (all, key: string) => values[key]?.replace(/^-+/, '') ?? all),
  )
  return words.some((word) => word.includes('{url}')) ? placed : [...placed, url]
}

const PLACEHOLDER = /\{(url|name|profile|account)\}/g
