import { stat } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { dirname } from 'node:path'
import { ProblemError } from '#core/base/problem'
import { milliseconds } from '#core/base/time'
import type { ClockFact, DoctorFacts, FileFacts } from '#core/doctor/facts'
import type { SharedFile } from '#core/profile-file/header'
import type { Contacts } from '#engine/contacts'
import { awsPaths } from './aws-files/aws-paths.ts'
import { nodeDisk } from './aws-files/disk.ts'
import { readShared } from './aws-files/shared-file.ts'
import { askProgram, findTrayHost } from './desktop/tray-host.ts'
import type { Machine } from './this-machine.ts'

/** Looks at everything that the doctor needs, and changes nothing. Takes some seconds at most. */
export async function doctorFacts(machine: Machine, contacts: Contacts): Promise<DoctorFacts> {
  const [files, trayHost, clock] = await Promise.all([
    fileOnlyFacts(machine),
    findTrayHost({ ...machine, ask: askProgram }),
    clockFact(machine.env, contacts),
  ])
  return { ...files, environment: machine.env, trayHost, clock }
}

/** The same of the two files alone: no network, no other process, nothing to wait for. */
export async function fileOnlyFacts(machine: Machine): Promise<DoctorFacts> {
  const paths = awsPaths(machine.env, machine.home)
  const folder = dirname(paths.credentialsFile)
  const files = await Promise.all([
    fileFacts('credentials', paths.credentialsFile),
    fileFacts('config', paths.configFile),
  ])
  return {
    files,
    folder: { path: folder, mode: await modeOf(folder) },
    environment: {},
    trayHost: 'present',
    clock: { kind: 'unknown', because: 'nobody was asked' },
    hasModes: machine.platform !== 'win32',
  }
}

async function fileFacts(kind: SharedFile, path: string): Promise<FileFacts> {
  try {
    const found = await readShared(path, nodeDisk)
    const text = found?.bytes.toString('latin1') ?? null
    return { kind, path, text, mode: found?.stats.mode ?? null, unreadable: null }
  } catch (error) {
    const why = error instanceof ProblemError ? error.problem.message : 'an unexpected fault'
    return { kind, path, text: null, mode: null, unreadable: why.replace(/\.$/, '') }
  }
}

const modeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mode }) => mode,
    () => null,
  )

const ANSWER_MS = 3_000

/** The Date header of an answer is cut to the second, and an answer takes a moment: half a second is as near as it gets. */
async function clockFact(env: Machine['env'], contacts: Contacts): Promise<ClockFact> {
  const url = env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'] || 'https://sts.amazonaws.com/'
  try {
    const asked = Date.now()
    const question = { host: hostOf(url), purpose: 'clock', proxy: null } as const
    const there = Date.parse(await contacts.during(question, () => dateThere(url)))
    if (Number.isNaN(there)) return { kind: 'unknown', because: `${hostOf(url)} sent no date` }
    return { kind: 'measured', ahead: milliseconds((asked + Date.now()) / 2 - (there + 500)) }
  } catch {
    return { kind: 'unknown', because: `${hostOf(url)} did not answer` }
  }
}

/** Not `fetch`: it keeps the connection, and with it the command line, open for seconds. */
function dateThere(url: string): Promise<string> {
  const request = url.toLowerCase().startsWith('http:') ? http.request : https.request
  return new Promise((resolve, reject) => {
    const question = request(url, { method: 'HEAD', agent: false, signal: AbortSignal.timeout(ANSWER_MS) })
    question.once('response', (answer) => {
      resolve(answer.headers.date ?? '')
      answer.destroy()
    })
    question.once('error', reject)
    question.end()
  })
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'the STS endpoint')
