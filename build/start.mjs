// npm start [-- arguments for the app]: from a bare checkout to the running app. Plain Node: nothing is installed yet.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startDesktopSession } from './setup/desktop-session.mjs'
import { forPerson, personsFolder } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { runApp } from './setup/run-app.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

await forPerson(async () => {
  const lacks = whatDesktopLacks(process.env)
  const programs = [...(lacks.display ? ['Xvfb'] : []), ...(lacks.bus ? ['dbus-daemon'] : [])]
  const { executable } = await prepare({ programs, build: true, say })
  const session = lacks.bus
    ? await startDesktopSession({ display: lacks.display, systemBus: 'of this machine' })
    : { env: {}, stop: async () => {} }
  if (lacks.display) say('No display here: Credtray runs on an X server and a session bus of its own. Ctrl-C ends all.')
  else if (lacks.bus) say('No session bus here: Credtray runs on one of its own.')
  try {
    const env = { ...process.env, ...session.env }
    return await runApp({ executable, args: process.argv.slice(2), cwd: personsFolder(), env })
  } finally {
    await session.stop()
  }
})

/**
 * Only Linux can lack a desktop. A bus that is there without a display belongs to another session: it is not used.
 * @param {NodeJS.ProcessEnv} env
 */
function whatDesktopLacks(env) {
  if (process.platform !== 'linux') return { display: false, bus: false }
  const display = !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
  const busOfUser = env['XDG_RUNTIME_DIR'] ? existsSync(join(env['XDG_RUNTIME_DIR'], 'bus')) : false
  return { display, bus: display || (!env['DBUS_SESSION_BUS_ADDRESS'] && !busOfUser) }
}
