import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 20

/** After SIGKILL only the kernel decides; longer than this is a hung disk, which we do not wait for. */
const LAST_WAIT_MS = 1_000

/** Ends a process and all that it started: asked first, forced after `graceMs`. Resolves once they are gone. */
export async function endProcessGroup(pid: number, graceMs: number, platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32') return endTree(pid)
  if (!signalGroup(pid, 'SIGTERM') || (await isGone(pid, graceMs))) return
  signalGroup(pid, 'SIGKILL')
  await isGone(pid, LAST_WAIT_MS)
}

/** False: nobody is left. The leader may be long gone while its children live on; its id is taken until they end. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal)
  } catch {
    // ESRCH: no such group. EPERM: macOS says so of a group that is all zombies. Both: nothing to do.
    return false
  }
}

async function isGone(leader: number, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (signalGroup(leader, 0) && (await someoneLives(leader))) {
    if (performance.now() >= end) return false
    await delay(POLL_MS)
  }
  return true
}

/** Orphans that have ended count as alive until init reaps them, which takes seconds in some containers. */
async function someoneLives(leader: number): Promise<boolean> {
  const entries = process.platform === 'linux' ? await readdir('/proc').catch(() => null) : null
  if (entries === null) return true
  const pids = entries.filter((name) => /^\d+$/.test(name))
  const members = await Promise.all(pids.map((pid) => livesInGroup(pid, leader)))
  return members.includes(true)
}

async function livesInGroup(pid: string, leader: number): Promise<boolean> {
  // Gone between the listing and the look: then it does not live.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // "pid (name) state parent group …"; the name may hold spaces and brackets.
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return group === String(leader) && state !== 'Z' && state !== 'X'
}

/** Windows has no groups to signal; taskkill walks the tree. */
async function endTree(pid: number): Promise<void> {
  const killer = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
  await Promise.race([once(killer, 'exit'), once(killer, 'error')])
}
