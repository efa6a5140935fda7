import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import { runnerImport } from 'vite'
import { root, Stop } from '../setup/project.mjs'
import { sandboxSwitch } from '../setup/run-app.mjs'
import { SCALE } from './desk.mjs'
import { morningHistory } from './morning-history.mjs'

/** @typedef {import('@playwright/test').ElectronApplication} App */

/**
 * @typedef {object} Showcase The home of a made-up person in the middle of their day.
 * @property {(name: string) => void} configure saves a configuration of this folder as theirs
 * @property {(active: readonly string[] | null, args?: readonly string[]) => Promise<App>} start the built app, with
 *   these identities active; `null`: those of the day
 */

/** How long the keys of each helper are good, and whose they are. Roles say both in the configuration. */
const HELPERS = {
  'corp-sso': { seconds: 47.5 * 60, account: '111122223333' },
  'lake-keys': { seconds: 13.5 * 60, account: '444455556666' },
  'partner-login': { seconds: 26.5 * 60, account: '777788889999' },
}
/** Who was activated in the morning. The keys of data-lake are due for renewal, and its VPN is off since. */
const MORNING = ['corp-sso', 'staging-poweruser', 'production-readonly', 'partner-portal', 'data-lake']
/** What they chose in the window some time ago. */
const CHOSEN = {
  welcomed: true,
  favourites: ['sandbox'],
  sets: [{ name: 'Shop', identities: ['staging-poweruser', 'production-readonly'], hotkey: 'Ctrl+Alt+1' }],
}
/** All of them look as if they had been good for an hour. */
const HOUR_MS = 3_600_000

/** @param {{ desk: import('./desk.mjs').Desk, executable: string }} parts @returns {Promise<Showcase>} */
export async function openShowcase({ desk, executable }) {
  const home = mkdtempSync(join(tmpdir(), 'ct-'))
  const sts = await startSts()
  const settings = join(home, '.config/credtray')
  const state = join(settings, 'state.json')
  putHelpers(home)
  desk.beforeClose(async () => {
    await sts.stop()
    rmSync(home, { recursive: true, force: true })
  })

  /** @param {string} name */
  const configure = (name) => put(join(settings, 'config.yaml'), configuration(name).replaceAll('@home@', home))
  /** @param {readonly string[]} args */
  const launch = async (args) => {
    const app = await _electron.launch({
      executablePath: executable,
      args: [...sandboxSwitch(), `--force-device-scale-factor=${SCALE}`, root, ...args],
      // They have approved what they run; what is asked of those who have not is not shown here.
      env: { ...personsEnvironment(desk.env), HOME: home, AWS_ENDPOINT_URL_STS: sts.url, CREDTRAY_TRUST: 'all' },
      cwd: home,
      locale: 'en-GB',
    })
    desk.beforeClose(() => app.close())
    return app
  }

  put(join(settings, 'settings.json'), JSON.stringify(CHOSEN))
  // In the morning nobody has to sign in: that is for the pictures of the day.
  put(join(settings, 'config.yaml'), configuration('day').replaceAll('@home@', home).replace(', interactive: true', ''))
  put(state, JSON.stringify({ paused: false, active: MORNING.map(wish) }))
  const morning = await launch(['--hidden'])
  const day = await untilWritten(state)
  await morning.close()
  put(join(settings, 'history.jsonl'), morningHistory())
  put(join(home, 'vpn-is-off'), '')
  configure('day')

  return {
    configure,
    async start(active, args = []) {
      const chosen = active === null ? [...day, wish('break-glass')] : day.filter(({ name }) => active.includes(name))
      put(state, JSON.stringify({ paused: false, active: chosen }))
      return launch(args)
    },
  }
}

/** @param {string} name */
const configuration = (name) => readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')

/** An identity that is active and has no keys yet. @param {string} name */
const wish = (name) => ({ name, profile: name, written: null })

/** A file of the app's own, as this very checkout has it. @param {string} file */
const load = async (file) => (await runnerImport(file, { root, configFile: false, logLevel: 'error' })).module

async function startSts() {
  const { demoSts } = await load('./electron/host/demo/demo.ts')
  const { startStsDouble } = await load('./electron/host/demo/sts-double.ts')
  /** @param {string} keyId @param {string | null} token */
  const knows = (keyId, token) => inTheirAccount(demoSts.knows(keyId, token), token)
  return startStsDouble({ ...demoSts, knows })
}

/** The helpers write their account at the end of the token. @param {{ arn: string } | null} known @param {string | null} token */
function inTheirAccount(known, token) {
  const account = /-(\d{12})$/.exec(token ?? '')?.[1]
  return known && account ? { ...known, arn: known.arn.replace(/\d{12}/, account) } : known
}

/** @param {string} home */
function putHelpers(home) {
  const demo = join(root, 'assets/demo')
  for (const [name, { seconds, account }] of Object.entries(HELPERS)) {
    // It takes a moment to find out, as a helper without its network does. What fails before the app shows is not news.
    const broken = `[ -e '${home}/vpn-is-off' ] && sleep 2 && exec '${demo}/vpn-off.sh'\n`
    putScript(
      join(home, 'bin', name),
      `${name === 'lake-keys' ? broken : ''}'${demo}/print-session.sh' ${seconds} | sed 's/111111111111/${account}/; s/EXAMPLETOKEN-[^"]*/&-${account}/'`,
    )
  }
}

/** @param {string} file @param {string} script */
function putScript(file, script) {
  put(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o700)
}

/** @param {string} file @param {string} text */
function put(file, text) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, text, { mode: 0o600 })
}

const PATIENCE_MS = 30_000
const LOOK_AGAIN_MS = 100

/** @typedef {{ name: string, profile: string, written: { since: number, expiresAt: number } | null }} Remembered */

/**
 * Waits until all have keys, and answers with them as if they had been good for an hour in all.
 * @param {string} state
 * @returns {Promise<readonly Remembered[]>}
 */
async function untilWritten(state) {
  const { createMemoryFile } = await load('./electron/host/own-data/memory-file.ts')
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(LOOK_AGAIN_MS)) {
    /** @type {{ active: readonly Remembered[] }} */
    const { active } = await createMemoryFile(state).load()
    const aged = active.flatMap((one) =>
      one.written === null ? [] : [{ ...one, written: { ...one.written, since: one.written.expiresAt - HOUR_MS } }],
    )
    if (aged.length === MORNING.length) return aged
  }
  throw new Stop('The identities of the pictures did not all get keys; `npm start` may tell why.')
}

/** What of our own surroundings the person has too: no accounts, and no settings of ours. @param {Record<string, string>} desk */
function personsEnvironment(desk) {
  const kept = Object.entries({ ...process.env, ...desk }).filter(
    ([name]) => !/^(AWS_|CREDTRAY_|ATMOS_|XDG_CONFIG_HOME$|npm_|INIT_CWD$)/.test(name),
  )
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
