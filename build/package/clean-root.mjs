import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, isRoot, lastWords, run, Stop } from '../setup/project.mjs'
import { installDebianPackages } from '../setup/system-libraries.mjs'

const RELEASE = 'bookworm'

/**
 * A bare Debian in a folder, as fresh as its installer leaves it: no display, no libraries, one ordinary user.
 * @param {import('../setup/project.mjs').Say} say
 * @returns {Promise<{ folder: string, inside: (command: readonly string[]) => Promise<string>, remove: () => Promise<void> }>}
 */
export async function makeCleanRoot(say) {
  if (process.platform !== 'linux' || !isRoot) throw new Stop('A system of its own can only be made by root, on Linux.')
  const archive = join(cacheFolder, `clean-${RELEASE}.tar`)
  if (!existsSync(archive)) await bootstrap(archive, say)
  const folder = mkdtempSync(join(tmpdir(), 'credtray-clean-'))
  await must('tar', ['-C', folder, '-xf', archive])
  cpSync('/etc/resolv.conf', join(folder, 'etc/resolv.conf'), { dereference: true })
  await must('chmod', ['755', folder])
  await must('mount', ['-t', 'proc', 'proc', join(folder, 'proc')])
  await must('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', join(folder, 'dev/shm')])
  return {
    folder,
    inside: (command) => must('chroot', [folder, ...command]),
    async remove() {
      for (const inner of mountsIn(folder)) await must('umount', ['--lazy', inner])
      await must('rm', ['-rf', '--one-file-system', folder])
    },
  }
}

/** The latest first. @param {string} folder */
function mountsIn(folder) {
  const places = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  return places.filter((place) => place.startsWith(`${folder}/`)).toReversed()
}

/** @param {string} archive @param {import('../setup/project.mjs').Say} say */
async function bootstrap(archive, say) {
  if ((await run('mmdebstrap', ['--version'])).code !== 0 && !(await installDebianPackages(['mmdebstrap'], say)))
    throw new Stop('A clean Debian is made by mmdebstrap. Install it: apt-get install mmdebstrap')
  say(`Fetching a bare Debian (${RELEASE}), kept in ${cacheFolder} …`)
  const words = [
    '--variant=minbase',
    '--include=ca-certificates',
    RELEASE,
    `${archive}.part.tar`,
    'http://deb.debian.org/debian',
  ]
  await must('mmdebstrap', words)
  await must('mv', [`${archive}.part.tar`, archive])
}

/** @param {string} command @param {readonly string[]} args @returns {Promise<string>} what it printed */
async function must(command, args) {
  const ran = await run(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } })
  if (ran.code !== 0) throw new Stop(`${command} ${args.join(' ')} failed:\n${lastWords(ran)}`)
  return ran.stdout
}
