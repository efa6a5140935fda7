import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { shellWord } from '#core/base/shell-word'
import { root } from '../../../build/setup/project.mjs'
import { helperScripts, type HelperScripts } from './helper-scripts.ts'

/** The command line as a process of its own, on a machine where nobody has configured anything. */
export interface CommandLine extends AsyncDisposable {
  readonly home: string
  readonly dataDir: string
  readonly credentialsFile: string
  readonly helpers: HelperScripts
  /** Writes the configuration that Credtray finds by itself. */
  configure(yaml: string): Promise<string>
  run(...args: readonly string[]): Promise<Ran>
  /** With `input` on stdin. */
  runWith(input: string, ...args: readonly string[]): Promise<Ran>
  /** In a terminal of its own, in which somebody types; `out` is all that is to be seen there. */
  runInTerminal(typed: string, ...args: readonly string[]): Promise<Ran>
  /** Its environment, for a process that the test starts itself. */
  readonly env: NodeJS.ProcessEnv
  credentials(): Promise<string>
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** For each test of the file a command line of its own, in `changes` of its environment. To be called once, at the top. */
export function useCommandLine(changes: NodeJS.ProcessEnv = {}): CommandLine & { readonly script: string } {
  let bundle: Awaited<ReturnType<typeof commandLineBundle>> | null = null
  let current: CommandLine | null = null
  const now = (): CommandLine => {
    if (current === null) throw new Error('There is a command line in tests and their hooks only.')
    return current
  }
  beforeAll(async () => {
    bundle = await commandLineBundle()
  }, 60_000)
  beforeEach(async () => {
    current = await commandLine(bundle?.script ?? '', changes)
  })
  afterEach(async () => {
    await current?.[Symbol.asyncDispose]()
    current = null
  })
  afterAll(() => bundle?.[Symbol.asyncDispose]())
  return {
    get script() {
      return bundle?.script ?? ''
    },
    get home() {
      return now().home
    },
    get dataDir() {
      return now().dataDir
    },
    get credentialsFile() {
      return now().credentialsFile
    },
    get helpers() {
      return now().helpers
    },
    get env() {
      return now().env
    },
    configure: (yaml) => now().configure(yaml),
    run: (...args) => now().run(...args),
    runWith: (input, ...args) => now().runWith(input, ...args),
    runInTerminal: (typed, ...args) => now().runInTerminal(typed, ...args),
    credentials: () => now().credentials(),
    [Symbol.asyncDispose]: () => now()[Symbol.asyncDispose](),
  }
}

/** The bundle that a checkout runs, laid out as it is there. */
async function commandLineBundle(): Promise<{ readonly script: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-cli-'))
  for (const name of ['assets', 'package.json']) await symlink(join(root, name), join(folder, name))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/cli.ts',
      outDir: join(folder, 'dist/main'),
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  return { script: join(folder, 'dist/main/cli.mjs'), [Symbol.asyncDispose]: remove }
}

/** `changes`: to its environment, in which everything that a configuration runs is approved. */
export async function commandLine(script: string, changes: NodeJS.ProcessEnv = {}): Promise<CommandLine> {
  const home = await mkdtemp(join(tmpdir(), 'credtray-home-'))
  const helpers = await helperScripts()
  const [settings, dataDir] = [join(home, '.config/credtray'), join(home, 'own data')]
  const credentialsFile = join(home, '.aws/credentials')
  const env = {
    HOME: home,
    PATH: process.env['PATH'],
    TERM: 'dumb',
    SHLVL: '1',
    CREDTRAY_DATA_DIR: dataDir,
    CREDTRAY_TRUST: 'all',
    ...changes,
  }
  return {
    home,
    dataDir,
    credentialsFile,
    helpers,
    env,
    async configure(yaml) {
      const file = join(settings, 'config.yaml')
      await mkdir(settings, { recursive: true })
      await writeFile(file, yaml)
      return file
    },
    run: (...args) => runToEnd([process.execPath, script, ...args], { env, cwd: home, input: null }),
    runWith: (input, ...args) => runToEnd([process.execPath, script, ...args], { env, cwd: home, input }),
    runInTerminal(typed, ...args) {
      const command = [process.execPath, script, ...args].map(shellWord).join(' ')
      return runToEnd(['script', '-qec', command, '/dev/null'], { env, cwd: home, input: typed })
    },
    credentials: () => readFile(credentialsFile, 'utf8').catch(() => ''),
    async [Symbol.asyncDispose]() {
      await helpers.remove()
      await rm(home, { recursive: true, force: true })
    },
  }
}

interface Setting {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** `null`: stdin is closed. */
  readonly input: string | null
}

function runToEnd([program = '', ...args]: readonly string[], { env, cwd, input }: Setting): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const stdin = input === null ? 'ignore' : 'pipe'
    const child = spawn(program, args, { env, cwd, stdio: [stdin, 'pipe', 'pipe'], timeout: 60_000 })
    let [out, err] = ['', '']
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
