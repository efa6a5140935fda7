import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { removeOwned, writeOwned } from '#core/profile-file/owned'
import { readWithSdk } from '../support/aws/aws-readers.ts'
import { hasBotocore, type Sections } from '../support/aws/botocore.ts'
import { foreignBytes } from '../support/files/foreign-bytes.ts'
import { iniLikeText } from '../support/files/ini-text.ts'
import type { TortureResult } from './run.ts'

interface EditResult extends TortureResult {
  readonly edits: number
  readonly refused: number
  readonly foreignChanged: number
  readonly readBackByBotocore: number | 'not here'
  readonly readWrongByBotocore: number
  readonly readBackByTheSdk: number
  readonly readWrongByTheSdk: number
}

const SESSION = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN==',
  expires: '2026-11-22T21:05:11Z',
}
const BATCH = 1_000

/** Made-up files, written to and read back by the readers that people use. */
export async function tortureByEdits(times: number, say: (line: string) => void): Promise<EditResult> {
  const counts = { edits: 0, refused: 0, foreignChanged: 0, botocore: 0, botocoreWrong: 0, sdk: 0, sdkWrong: 0 }
  const folder = await mkdtemp(join(tmpdir(), 'credtray-edits-'))
  const reader = hasBotocore ? botocoreReader() : null
  if (reader === null) say('botocore is not here: nothing is read back by it.')
  try {
    for (let done = 0; done < times; done += BATCH) {
      const made = edited(fc.sample(iniLikeText(), Math.min(BATCH, times - done)), counts, say)
      await readBack(made, { folder, counts, reader })
      if ((done / BATCH) % 10 === 9) say(`${done + BATCH} edits`)
    }
  } finally {
    reader?.end()
    await rm(folder, { recursive: true, force: true })
  }
  const { edits, refused, foreignChanged, botocore, botocoreWrong, sdk, sdkWrong } = counts
  return {
    edits,
    refused,
    foreignChanged,
    readBackByBotocore: reader === null ? 'not here' : botocore,
    readWrongByBotocore: botocoreWrong,
    readBackByTheSdk: sdk,
    readWrongByTheSdk: sdkWrong,
    lost: foreignChanged + botocoreWrong + sdkWrong,
  }
}

type Counts = Record<'edits' | 'refused' | 'foreignChanged' | 'botocore' | 'botocoreWrong' | 'sdk' | 'sdkWrong', number>

interface Made {
  readonly before: string
  readonly after: string
}

function edited(texts: readonly string[], counts: Counts, say: (line: string) => void): readonly Made[] {
  return texts.flatMap((before) => {
    counts.edits += 1
    const written = writeOwned(before, { profile: 'dev', takeOver: true }, SESSION)
    if (!written.ok) {
      counts.refused += 1
      return []
    }
    const after = written.value.text ?? ''
    const removed = removeOwned(after, { profile: 'dev' })
    const made = [after, ...(removed.ok ? [removed.value.text ?? ''] : [])]
    if (made.some((text) => trimmed(text) !== trimmed(before))) {
      counts.foreignChanged += 1
      say(`A foreign byte changed: ${JSON.stringify({ before, made })}`)
    }
    return [{ before, after }]
  })
}

/** A section is added after a blank line, and the last line may get its line end. */
const trimmed = (text: string): string => foreignBytes(text).replace(/\s+$/, '')

interface Desk {
  readonly folder: string
  readonly counts: Counts
  readonly reader: Reader | null
}

async function readBack(made: readonly Made[], { folder, counts, reader }: Desk): Promise<void> {
  const texts = made.flatMap(({ before, after }) => [before, after])
  await Promise.all(texts.map((text, nth) => writeFile(join(folder, String(nth)), Buffer.from(text, 'latin1'))))
  const read = (await reader?.read(folder, texts.length)) ?? []
  for (const [nth, { before }] of made.entries()) {
    compare(read[nth * 2] ?? null, read[nth * 2 + 1] ?? null, counts)
    if (isSimple(before)) await askTheSdk(join(folder, String(nth * 2 + 1)), counts)
  }
}

function compare(was: Sections | null, is: Sections | null, counts: Counts): void {
  if (was === null) return
  counts.botocore += 1
  if (is === null || !isMeant(was, is)) counts.botocoreWrong += 1
}

async function askTheSdk(path: string, counts: Counts): Promise<void> {
  counts.sdk += 1
  const { accessKeyId, secretAccessKey, sessionToken } = SESSION
  const keys = await readWithSdk(path, 'dev').catch(() => null)
  if (!isDeepStrictEqual(keys, { accessKeyId, secretAccessKey, sessionToken })) counts.sdkWrong += 1
}

/** For botocore only the profile has changed, and `[ dev ]`, which is another one for it, as meant. */
function isMeant(was: Sections, is: Sections): boolean {
  const others = (sections: Sections) => Object.entries(sections).filter(([name]) => !/^\s*dev\b/.test(name))
  const dev = is['dev'] ?? {}
  const isOurs = dev['aws_access_key_id'] === SESSION.accessKeyId && dev['aws_session_token'] === SESSION.sessionToken
  return isOurs && dev['aws_security_token'] === undefined && isDeepStrictEqual(others(was), others(is))
}

/** Files that the SDK reads as everybody does: nothing indented, nothing glued. */
const isSimple = (text: string): boolean =>
  text.split(/\r?\n/).every((line) => /^(?:|[#;].*|\[[\w-]+\]|[A-Za-z0-9_]+ *= *\S*)$/.test(line))

interface Reader {
  /** The files `0` to `count - 1` of the folder, as botocore sees them; `null` where it cannot read one. */
  read(folder: string, count: number): Promise<readonly (Sections | null)[]>
  end(): void
}

/** One Python process for all of them. */
function botocoreReader(): Reader {
  const python = spawn('python3', ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  return {
    async read(folder, count) {
      python.stdin.write(`${JSON.stringify([folder, count])}\n`)
      const answer = await answers.next()
      return JSON.parse(answer.done === true ? '[]' : answer.value)
    },
    end: () => python.stdin.end(),
  }
}

const SCRIPT = `
import json, sys
from botocore.configloader import raw_config_parse
def read(path):
    try:
        return raw_config_parse(path)
    except Exception:
        return None
for line in sys.stdin:
    folder, count = json.loads(line)
    print(json.dumps([read('%s/%d' % (folder, nth)) for nth in range(count)]), flush=True)
`
