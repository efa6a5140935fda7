import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import type { Environment } from '../this-machine.ts'

/**
 * The usual authorities and those of a company that inspects HTTPS, from the file that AWS's own tools take
 * (AWS_CA_BUNDLE), else Node's. Packed Electron does not look at NODE_EXTRA_CA_CERTS by itself: that fuse is off, as it
 * would let in NODE_OPTIONS too.
 * @returns `null`: none are named, or their file cannot be read. The connection then fails, and says what to set.
 */
export function extraCertificates(env: Environment): readonly string[] | null {
  const file = env['AWS_CA_BUNDLE'] || env['NODE_EXTRA_CA_CERTS']
  if (!file) return null
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')]
  } catch {
    return null
  }
}
