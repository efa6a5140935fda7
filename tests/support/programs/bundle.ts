import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export interface Bundle extends AsyncDisposable {
  /** A file that plain Node can run. */
  readonly script: string
}

/** One TypeScript file of the tests with all it imports, for a process of its own. */
export async function bundle(entry: string): Promise<Bundle> {
  const outDir = await mkdtemp(join(tmpdir(), 'credtray-bundle-'))
  await build({
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'main.mjs' } } },
  })
  return { script: join(outDir, 'main.mjs'), [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }) }
}
