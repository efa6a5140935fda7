import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError } from '#core/base/problem'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { neverAborted, writeOrder } from '../support/files/aws-folder.ts'
import type { TortureResult } from './run.ts'

interface FullDiskResult extends TortureResult {
  readonly real: 'a tmpfs of 64 KiB' | 'left out: no right to mount'
  readonly refused: number
}

const FOREIGN = `# kept\n[default]\nregion = eu-west-1\n${'# filler\n'.repeat(1_500)}`

/** A disk that is really full, and then really read-only. */
export async function tortureByFullDisk(say: (line: string) => void): Promise<FullDiskResult> {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    await rm(folder, { recursive: true })
    say('No right to mount a small disk here: only made-up faults are tried.')
    return { real: 'left out: no right to mount', refused: 0, lost: 0 }
  }
  try {
    return await tryOut(folder)
  } finally {
    execFileSync('umount', [folder])
    await rm(folder, { recursive: true, force: true })
  }
}

async function tryOut(folder: string): Promise<FullDiskResult> {
  const aws = { credentialsFile: join(folder, 'aws/credentials'), configFile: join(folder, 'aws/config') }
  await mkdir(join(folder, 'aws'))
  await writeFile(aws.credentialsFile, FOREIGN, { mode: 0o600 })
  let [refused, lost] = [0, 0]
  const attempt = async (): Promise<void> => {
    const files = createProfileFiles(aws)
    const failure = await files.write(writeOrder('staging'), neverAborted()).catch((error: unknown) => error)
    if (failure instanceof ProblemError && failure.problem.code === 'file/write-failed') refused += 1
    const isSound = (await readFile(aws.credentialsFile, 'utf8')) === FOREIGN
    if (!isSound || (await readdir(join(folder, 'aws'))).length !== 1) lost += 1
  }
  for (let kib = 36; kib <= 48; kib += 4) {
    await writeFile(join(folder, 'filler'), Buffer.alloc(kib * 1024)).catch(() => undefined)
    await attempt()
  }
  await rm(join(folder, 'filler'), { force: true })
  execFileSync('mount', ['-o', 'remount,ro', folder])
  await attempt()
  return { real: 'a tmpfs of 64 KiB', refused, lost }
}
