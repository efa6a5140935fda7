import { parseArgs } from 'node:util'
import { didYouMean } from '#core/base/did-you-mean'
import { whereOf } from '../../where.ts'
import { type Command, type Given, Misuse, type Switch } from './command.ts'

/** Go with every command. */
export const COMMON_SWITCHES: readonly Switch[] = [
  { name: 'config', takes: 'FILE', summary: 'your configuration, instead of the one Credtray finds' },
  { name: 'folder', takes: 'DIR', summary: 'where to look for atmos.yaml, instead of here' },
  { name: 'data-dir', takes: 'DIR', summary: 'where Credtray keeps its own data' },
  { name: 'help', takes: null, summary: 'what this command does' },
]

/** `-h` and `--help` are one switch. */
const SHORT = { help: 'h' } as const

/** The sub-command, and what else stands on the line. */
interface Split {
  /** `null`: no word stands there. */
  readonly first: string | null
  /** All but the first word. */
  readonly rest: readonly string[]
}

/** Finds the sub-command among the arguments; switches may stand before it. */
export function splitCommandLine(args: readonly string[], commands: readonly Command[]): Split {
  const all = [...COMMON_SWITCHES, ...commands.flatMap(({ switches }) => switches)]
  const { tokens } = parseArgs({ ...parsing(args, all), tokens: true })
  const word = tokens.find(({ kind }) => kind === 'positional')
  if (word === undefined || word.kind !== 'positional') return { first: null, rest: args }
  return { first: word.value, rest: args.filter((_, index) => index !== word.index) }
}

/** Throws a Misuse: a mistyped switch must not be passed over in silence. */
export function givenTo({ name, words, switches }: Command, args: readonly string[]): Given {
  const known = [...COMMON_SWITCHES, ...switches]
  const { values, positionals, tokens } = parseArgs({ ...parsing(args, known), tokens: true })
  for (const token of tokens) if (token.kind === 'option') check(token, name, known)
  const has = (wanted: string): boolean => values[wanted] === true
  if (!has('help')) count(positionals, name, words)
  return {
    words: positionals,
    where: whereOf({
      config: text(values['config']),
      folder: text(values['folder']),
      'data-dir': text(values['data-dir']),
    }),
    has,
    valueOf: (wanted) => text(values[wanted]) ?? null,
  }
}

function parsing(args: readonly string[], switches: readonly Switch[]) {
  const options = Object.fromEntries(
    switches.map(({ name, takes }) => [
      name,
      { type: takes === null ? 'boolean' : 'string', ...(name === 'help' ? { short: SHORT.help } : {}) } as const,
    ]),
  )
  return { args: [...args], options, strict: false, allowPositionals: true } as const
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

interface Token {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  /** `--name=value`. */
  readonly inlineValue?: boolean | undefined
}

function check(token: Token, command: string, known: readonly Switch[]): void {
  const { name, rawName, value } = token
  const found = known.find((one) => one.name === name)
  if (found === undefined) {
    const names = known.map((one) => `--${one.name}`)
    throw new Misuse(`${command} takes no ${rawName}.${didYouMean(`--${name}`, names)}`)
  }
  if (found.takes !== null) return checkValue(token, found.takes)
  if (value !== undefined) throw new Misuse(`${rawName} takes no value.`)
}

function checkValue({ rawName, value = '', inlineValue }: Token, takes: string | readonly string[]): void {
  // The next switch is no value, though it stands where one should.
  const isMissing = value === '' || (inlineValue !== true && value.startsWith('--'))
  if (isMissing) throw new Misuse(`${rawName} needs ${neededBy(takes)}.`)
  if (typeof takes === 'string' || takes.includes(value)) return
  throw new Misuse(`${rawName} takes ${neededBy(takes)}, not ${value}.${didYouMean(value, takes)}`)
}

const neededBy = (takes: string | readonly string[]): string =>
  typeof takes === 'string' ? `a value: ${takes}` : `one of ${takes.join(', ')}`

function count(given: readonly string[], name: string, { least, most, are }: Command['words']): void {
  if (given.length < least) throw new Misuse(`${name} needs ${are}.`)
  if (given.length > most) throw new Misuse(`${name} takes ${are}${most === 0 ? '' : ' and no more'}.`)
}
