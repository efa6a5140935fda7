import assert from 'node:assert/strict'
import { copyFileSync, existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startInside } from './start-inside.ts'

/** A bare Debian in a folder. */
export interface CleanRoot {
  readonly folder: string
  /** Runs a command in it as root and gives what it printed. Rejects where it failed. */
  inside(command: readonly string[]): Promise<string>
}

interface Trial {
  readonly clean: CleanRoot
  readonly deb: string
  readonly say: (line: string) => void
}

/** Installs, starts, looks and removes. Rejects with the first thing that is not as it should be. */
export async function tryDeb({ clean, deb, say }: Trial): Promise<void> {
  copyFileSync(deb, join(clean.folder, 'tmp/credtray.deb'))
  await clean.inside(['apt-get', 'update', '-qq'])
  await clean.inside(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', '/tmp/credtray.deb'])
  await clean.inside(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'desktop-file-utils', 'zsh'])
  await clean.inside(['useradd', '--create-home', '--uid', '1000', 'ann'])
  await looksInstalled(clean)
  say('installed: nothing is missing, the desktop file is valid, the sandbox belongs to root with mode 4755')
  assert.match(await completedByZsh(clean), /refresh/)
  say('the first Tab of zsh completes a sub-command')

  for (const sandbox of ['namespaces', 'setuid'] as const) {
    const app = await startInside(clean.folder, sandbox)
    try {
      await app.command('list')
      const { depth, filtered } = await app.rendererSandbox()
      assert.ok(depth >= 2 && filtered, `the window's process is ${depth} deep, filtered: ${filtered}`)
      const seen = await app.look(join('dist/package', `clean-root-${sandbox}.png`))
      assert.match(seen, /corp-sso/)
      say(`${sandbox}: tray in ${app.trayMs} ms, window painted, its process ${depth} namespaces deep and filtered`)
    } finally {
      await app.quit()
    }
  }

  await clean.inside(['apt-get', 'purge', '-y', '-qq', 'credtray'])
  const left = (await leftovers(clean)).split('\n').filter((path) => path !== '')
  assert.deepEqual(left, ['/home/ann/.config/credtray'])
  say('removed: only /home/ann/.config/credtray is left')
}

async function looksInstalled({ folder, inside }: CleanRoot): Promise<void> {
  assert.doesNotMatch(await inside(['ldd', '/opt/Credtray/credtray']), /not found/)
  const { mode, uid } = lstatSync(join(folder, 'opt/Credtray/chrome-sandbox'))
  assert.deepEqual([mode & 0o7777, uid], [0o4755, 0])
  const entry = readFileSync(join(folder, 'usr/share/applications/credtray.desktop'), 'utf8')
  for (const line of ['Name=Credtray', 'StartupWMClass=credtray', 'MimeType=x-scheme-handler/credtray;'])
    assert.ok(entry.split('\n').includes(line), `the desktop file lacks ${line}`)
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
    assert.ok(
      existsSync(join(folder, `usr/share/icons/hicolor/${size}x${size}/apps/credtray.png`)),
      `no icon of ${size}`,
    )
  for (const path of BESIDE_THE_APP) assert.ok(existsSync(join(folder, path)), `no ${path}`)
  await inside(['desktop-file-validate', '/usr/share/applications/credtray.desktop'])
}

const BESIDE_THE_APP = [
  'usr/share/doc/credtray/copyright',
  'usr/share/bash-completion/completions/credtray',
  'usr/share/zsh/vendor-completions/_credtray',
  'usr/share/fish/vendor_completions.d/credtray.fish',
]

/** What zsh offers for `credtray refr` at its first Tab: it finds the completion by itself, and has not run it before. */
const completedByZsh = ({ inside }: CleanRoot): Promise<string> =>
  inside([
    'zsh',
    '-f',
    '-c',
    `autoload -Uz compinit; compinit -D -u
     _describe() { print -l -- \${(P)3} }
     words=(credtray refr) CURRENT=2 PREFIX=refr; $_comps[credtray]`,
  ])

/** Files and folders with our name, each folder once. What was downloaded and tried is not the package's doing. */
const leftovers = ({ inside }: CleanRoot): Promise<string> =>
  inside(['find', '/', '-xdev', '-iname', '*credtray*', '-not', '-path', '/tmp/*', '-prune', '-print'])
