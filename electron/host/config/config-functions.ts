import path from 'node:path'
import type { Problem } from '#core/base/problem'
import { dotenv } from '#core/config/dotenv'
import { splitWords } from '#core/config/env-function'
import type { FunctionAnswer, FunctionCall, Functions } from '#core/config/functions'
import { gitUrl } from '#core/config/git-url'
import { isRemote } from '#core/config/imports'
import { unreachable } from '#core/base/result'
import type { Run } from '#core/trust/run'
import { identityName } from '#core/identity/names'
import type { Look } from './config-look.ts'
import { gitInfo, gitRoot, type GitInfo } from './git-info.ts'
import { runExec, type ExecContext } from './run-exec.ts'

/** Answers the functions of one reading: what is not known at once is found out by `settle`, and then read again. */
export interface MachineFunctions {
  readonly answer: Functions
  /** Finds out all that was asked for and not known. False: there was nothing. */
  settle(signal: AbortSignal): Promise<boolean>
  /** Every `!exec` that was met, run or not. */
  execs(): readonly Run[]
}

export interface FunctionsContext extends ExecContext {
  /** `!cwd` and the repository are seen from here. */
  readonly folder: string
  readonly look: Look
  /** Random numbers are drawn once for each place, or every reading would be news. */
  readonly drawn: Map<string, number>
  readonly mayRun: (execs: readonly Run[], run: Run) => Promise<boolean>
}

export function createFunctions(context: FunctionsContext): MachineFunctions {
  const known = new Map<string, FunctionAnswer>()
  const wanted = new Map<string, FunctionCall>()
  const execs = new Map<string, Run>()
  return {
    answer(call) {
      const key = keyOf(call)
      if (call.name === '!exec') execs.set(key, runOf(call))
      const answer = known.get(key)
      if (answer === undefined) wanted.set(key, call)
      return answer ?? { kind: 'pending' }
    },
    async settle(signal) {
      const calls = [...wanted]
      wanted.clear()
      const all = [...execs.values()]
      for (const [key, call] of calls) {
        const run = execs.get(key)
        const isOpen = run === undefined || (await context.mayRun(all, run))
        known.set(key, isOpen ? await answerTo(call, context, signal) : { kind: 'untrusted' })
      }
      return calls.length > 0
    },
    execs: () => [...execs.values()],
  }
}

const keyOf = ({ name, argument, where, owner }: FunctionCall): string =>
  JSON.stringify([name, argument, where.file, where.line, where.column, owner])

/** The owner of a value is an identity, or a section that no identity is called like. */
const runOf = ({ argument, owner, where }: FunctionCall): Run => ({
  kind: 'exec',
  identity: SECTIONS.has(owner) ? null : identityName(owner),
  text: argument,
  shell: true,
  where,
})

const SECTIONS: ReadonlySet<string> = new Set([
  'credtray',
  'import',
  'profiles',
  'env',
  'base_path',
  'The file',
  'auth',
  'auth.identities',
  'auth.providers',
])

async function answerTo(call: FunctionCall, context: FunctionsContext, signal: AbortSignal): Promise<FunctionAnswer> {
  switch (call.name) {
    case '!exec':
      return runExec(call.argument, context, signal)
    case '!include':
    case '!include.raw':
      return include(call, context)
    case '!cwd':
      return value(path.join(context.folder, call.argument))
    case '!random':
      return random(call, context)
    case '!repo-root':
      return orFailed((await gitRoot(context.folder, context.look)) ?? (call.argument || null), call)
    case '!git.root':
    case '!git.sha':
    case '!git.branch':
    case '!git.ref':
    case '!git.repository':
    case '!git.owner':
    case '!git.name':
    case '!git.host':
    case '!git.url':
      return orFailed(fromGit(call.name, await gitInfo(context.folder, context.look)) ?? (call.argument || null), call)
    default:
      return unreachable(call.name)
  }
}

const value = (known: unknown): FunctionAnswer => ({ kind: 'value', value: known })

const failed = (message: string, hint: string, code: Problem['code'] = 'config/function-failed'): FunctionAnswer => ({
  kind: 'failed',
  problem: { code, message, hint },
})

function orFailed(known: string | null, { name, owner }: FunctionCall): FunctionAnswer {
  if (known !== null) return value(known)
  return failed(
    `"${owner}" asks for ${name}, and the folder that Credtray looks at tells none.`,
    `Start Credtray in the repository, name it with --folder, or give a default: ${name} default.`,
  )
}

function fromGit(name: FunctionCall['name'], info: GitInfo | null): string | null {
  if (info === null) return null
  const url = info.url === null ? null : gitUrl(info.url)
  const facts: Readonly<Record<string, string | null | undefined>> = {
    '!git.root': info.root,
    '!git.sha': info.sha,
    '!git.branch': info.branch,
    '!git.ref': info.branch ?? info.sha,
    '!git.url': info.url,
    '!git.host': url?.host,
    '!git.owner': url?.owner,
    '!git.name': url?.name,
    '!git.repository': url && `${url.owner}/${url.name}`,
  }
  return facts[name] ?? null
}

function random({ argument, where }: FunctionCall, { drawn }: FunctionsContext): FunctionAnswer {
  const numbers = argument
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number)
  const [low, high] = numbers.length === 1 ? [0, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 65_535]
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high || numbers.length > 2) {
    return failed('!random takes whole numbers, the smaller one first.', 'Write !random, !random 10 or !random 1 10.')
  }
  const key = JSON.stringify([where, argument])
  const number = drawn.get(key) ?? low + Math.floor(Math.random() * (high - low + 1))
  drawn.set(key, number)
  return value(number)
}

async function include(call: FunctionCall, { folder, look }: FunctionsContext): Promise<FunctionAnswer> {
  const order = includeOrder(call)
  if ('kind' in order) return order
  const beside = path.resolve(path.dirname(call.where.file), order.named)
  const isRaw = call.name === '!include.raw'
  for (const file of new Set([beside, path.resolve(folder, order.named)])) {
    const read = await look.text(file)
    if (read.kind === 'unreadable') return { kind: 'failed', problem: read.problem }
    if (read.kind === 'text') return included(read.text, file, { pick: order.pick, isRaw })
  }
  const hint = 'Correct the path; it is read as soon as the file is there.'
  return failed(`"${call.owner}" includes ${beside}, which does not exist.`, hint)
}

interface IncludeOrder {
  readonly named: string
  readonly pick: readonly string[]
}

function includeOrder({ owner, name, argument }: FunctionCall): IncludeOrder | FunctionAnswer {
  const [named = '', query, ...rest] = splitWords(argument) ?? []
  if (isRemote(named)) {
    const message = `"${owner}" includes what is not on this computer; Credtray loads nothing from elsewhere.`
    return failed(message, 'Download it, look at it, and include the local copy.', 'config/not-read')
  }
  const pick = query === undefined || query === '.' ? [] : pathOf(query)
  if (named !== '' && pick !== null && rest.length === 0) return { named, pick }
  return failed(
    `"${owner}" has an ${name} that cannot be read.`,
    'Write !include FILE, or !include FILE .a.b for a part.',
  )
}

function included(
  text: string,
  file: string,
  { pick, isRaw }: { pick: readonly string[]; isRaw: boolean },
): FunctionAnswer {
  if (!isRaw && /\.(?:ya?ml|json)$/i.test(file)) return { kind: 'yaml', text, file, pick }
  const isVariables = !isRaw && /(?:^|[./\\])env$/i.test(file)
  return value(isVariables ? dotenv(text) : text)
}

/** `.a.b`, the one form of yq's language that is understood here. `null`: another. */
const pathOf = (query: string): readonly string[] | null =>
  /^(?:\.[\w-]+)+$/.test(query) ? query.slice(1).split('.') : null
