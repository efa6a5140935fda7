import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ConfigReading, ConfigSource } from '#engine/ports'
import { createConfigSource, type ConfigSourceContext } from '#host/config/config-file'
import { createTrustFile } from '#host/own-data/trust-file'

/** A home folder with configuration files in it, and readings of them. */
export interface ConfigHome {
  at(...parts: readonly string[]): string
  write(file: string, text: string): Promise<string>
  /** A source as a start of the app has it; by default nothing has been approved. */
  source(context?: Partial<ConfigSourceContext>): ConfigSource
  /** The first reading of such a source. */
  read(context?: Partial<ConfigSourceContext>): Promise<ConfigReading>
  /** Ends every source. */
  remove(): Promise<void>
}

export async function configHome(): Promise<ConfigHome> {
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'credtray-home-')))
  const stop = new AbortController()
  const at = (...parts: readonly string[]): string => path.join(home, ...parts)
  const source = (context: Partial<ConfigSourceContext> = {}) =>
    createConfigSource({
      explicit: null,
      env: { PATH: process.env['PATH'] },
      home,
      userName: 'ana',
      demo: async () => at('demo.yaml'),
      trust: createTrust(at('data', 'trust.json')),
      ...context,
    })
  return {
    at,
    async write(file, text) {
      await mkdir(path.dirname(at(file)), { recursive: true })
      await writeFile(at(file), text)
      return at(file)
    },
    source,
    async read(context) {
      for await (const reading of source(context).readings(stop.signal)) return reading
      throw new Error('no reading came')
    },
    async remove() {
      stop.abort()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Nothing is approved but what stands in the file. */
export const createTrust = (
  file: string,
  changes: Partial<ConfigSourceContext['trust']> = {},
): ConfigSourceContext['trust'] => ({
  store: createTrustFile(file),
  all: false,
  ...changes,
})

/** The names of a reading's identities, each with what it comes to. */
export function outcomes({ parsed }: ConfigReading): Readonly<Record<string, string>> {
  if (!parsed.ok) return { '': parsed.problems[0]?.code ?? '' }
  return Object.fromEntries(
    parsed.value.identities.map(({ name, source }) => [
      name,
      source.kind === 'unusable' ? source.because.code : source.kind === 'process' ? source.command : source.kind,
    ]),
  )
}
