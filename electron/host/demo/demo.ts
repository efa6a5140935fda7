import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hours } from '#core/base/time'
import type { StsDoubleOptions } from './sts-double.ts'
import type { KnownKeys } from './sts-double-rules.ts'

/** What the demo keeps fresh from its first start. The rest is there to be clicked. */
export const demoActive: readonly string[] = [
  'corp-sso',
  'watch-it-renew',
  'staging-poweruser',
  'browser-sign-in',
  'behind-the-vpn',
]

/** The toy STS of the demo: it takes the keys that the demo's helpers print and any MFA code but 000000. */
export const demoSts: StsDoubleOptions = {
  lifetime: hours(1),
  knows: demoKeys,
  mfa: {
    serial: 'arn:aws:iam::111111111111:mfa/demo-phone',
    accepts: (code) => /^\d{6}$/.test(code) && code !== '000000',
  },
}

/**
 * Writes the demo's configuration and helpers into `folder` (of the app's own data, never ~/.aws) and returns the path
 * of the configuration. What an earlier start wrote there is replaced: the address of the toy STS has changed.
 * `assets` is the folder that the app ships as assets/demo.
 */
export async function prepareDemo(order: {
  readonly assets: string
  readonly folder: string
  readonly stsUrl: string
  readonly platform?: NodeJS.Platform
}): Promise<string> {
  const { assets, folder, stsUrl, platform = process.platform } = order
  const isWindows = platform === 'win32'
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  for (const helper of HELPERS) {
    const file = fileOf(helper, isWindows)
    await put(join(folder, file), await readFile(join(assets, file), 'utf8'), 0o700)
  }
  const template = await readFile(join(assets, 'config.yaml'), 'utf8')
  const config = join(folder, 'config.yaml')
  await put(config, fillIn(template, { folder, stsUrl, isWindows }), 0o600)
  return config
}

const HELPERS = ['print-session', 'sign-in', 'vpn-off'] as const

const fileOf = (helper: string, isWindows: boolean): string => `${helper}.${isWindows ? 'ps1' : 'sh'}`

/** The mode of `writeFile` counts for new files only. */
async function put(path: string, content: string, mode: number): Promise<void> {
  await writeFile(path, content, { mode })
  await chmod(path, mode)
}

function fillIn(
  template: string,
  { folder, stsUrl, isWindows }: { readonly folder: string; readonly stsUrl: string; readonly isWindows: boolean },
): string {
  return HELPERS.reduce(
    (text, helper) =>
      text.replaceAll(`@${helper}@`, () => inYaml(commandFor(join(folder, fileOf(helper, isWindows)), isWindows))),
    template.replaceAll('@sts@', () => inYaml(stsUrl)),
  )
}

/** In double quotes for both ways of splitting: shlex wants `\` and `"` escaped, Windows paths hold neither trap. */
function commandFor(path: string, isWindows: boolean): string {
  if (isWindows) return `powershell.exe -NoProfile -ExecutionPolicy Bypass -File "${path}"`
  return `"${path.replace(/["\\]/g, '\\$&')}"`
}

/** The template has each of them inside single quotes. */
const inYaml = (text: string): string => text.replaceAll("'", "''")

/** The secret follows from the key id, so that helpers and toy STS need no shared memory. */
function demoKeys(accessKeyId: string, sessionToken: string | null): KnownKeys | null {
  const known = { accessKeyId, secretAccessKey: `EXAMPLE/${accessKeyId}/EXAMPLEKEY`, sessionToken }
  if (accessKeyId === 'AKIAEXAMPLEDEMOUSER1') {
    return { ...known, sessionToken: null, expiresAt: null, arn: 'arn:aws:iam::111111111111:user/break-glass' }
  }
  const ends = /^EXAMPLETOKEN-(\d+)-/.exec(sessionToken ?? '')?.[1]
  if (!ends || !accessKeyId.startsWith('ASIAEXAMPLE')) return null
  return { ...known, expiresAt: Number(ends) * 1_000, arn: 'arn:aws:sts::111111111111:assumed-role/CorpBase/demo' }
}
