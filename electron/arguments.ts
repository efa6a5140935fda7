import { parseArgs } from 'node:util'

/** What the person asked the executable to do. */
export type Order =
  | { readonly kind: 'app'; readonly hidden: boolean; readonly where: Where }
  | { readonly kind: 'list' | 'status'; readonly json: boolean; readonly where: Where }
  | { readonly kind: 'refresh'; readonly names: readonly string[]; readonly json: boolean; readonly where: Where }
  | { readonly kind: 'validate'; readonly file: string | null; readonly json: boolean; readonly where: Where }
  | { readonly kind: 'export'; readonly name: string; readonly where: Where }
  | {
      readonly kind: 'trust'
      readonly file: string | null
      readonly yes: boolean
      readonly json: boolean
      readonly where: Where
    }
  | { readonly kind: 'doctor'; readonly json: boolean; readonly where: Where }
  | {
      readonly kind: 'undo'
      /** `null`: the one that was touched last. */
      readonly profile: string | null
      readonly list: boolean
      readonly json: boolean
      readonly where: Where
    }
  | { readonly kind: 'credentials'; readonly name: string; readonly where: Where }
  | { readonly kind: 'panic'; readonly json: boolean; readonly where: Where }
  | { readonly kind: 'history'; readonly form: 'words' | 'json' | 'csv'; readonly where: Where }
  /** Not for people: answers `credentials` for a while where no app runs. */
  | { readonly kind: 'broker'; readonly where: Where }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'misused'; readonly because: string }

/** `null`: not named on the command line. */
export interface Where {
  readonly config: string | null
  readonly dataDir: string | null
  /** Where the search for a repository's configuration begins. */
  readonly folder: string | null
  /** True: the file is named to be looked at, so naming it approves nothing. */
  readonly asks?: boolean
}

const COMMANDS = [
  'list',
  'status',
  'refresh',
  'validate',
  'trust',
  'doctor',
  'undo',
  'export',
  'credentials',
  'panic',
  'history',
  'broker',
  'help',
] as const
type Command = (typeof COMMANDS)[number]

/** Whether these arguments ask for one thing without a window. */
export function isSubCommand(args: readonly string[]): boolean {
  const options = { args: [...args], options: COMMAND_OPTIONS, strict: false, allowPositionals: true } as const
  return parseArgs(options).positionals.some((word) => asCommand(word) !== null)
}

/** The app's own arguments. Switches of Chromium and of a debugger may stand among them, so strangers are passed over. */
export function appOrder(args: readonly string[]): Order & { kind: 'app' } {
  const { values } = parseArgs({ args: [...args], options: APP_OPTIONS, strict: false, allowPositionals: true })
  return { kind: 'app', hidden: values.hidden === true, where: whereOf(values) }
}

/** A sub-command. Anything unknown is refused: a mistyped switch must not be passed over in silence. */
export function commandOrder(args: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: COMMAND_OPTIONS, allowPositionals: true })
    if (values.help === true) return { kind: 'help' }
    if (values.version === true) return { kind: 'version' }
    const [first, ...rest] = positionals
    const command = asCommand(first ?? 'help')
    if (command === null) return misused(`There is no sub-command ${first}.`)
    return orderOf(command, rest, {
      json: values.json === true,
      yes: values.yes === true,
      list: values.list === true,
      csv: values.csv === true,
      where: whereOf(values),
    })
  } catch (error) {
    return misused(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

const APP_OPTIONS = {
  hidden: { type: 'boolean' },
  config: { type: 'string' },
  folder: { type: 'string' },
  'data-dir': { type: 'string' },
} as const

const COMMAND_OPTIONS = {
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  csv: { type: 'boolean' },
  list: { type: 'boolean' },
  config: { type: 'string' },
  folder: { type: 'string' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

interface Common {
  readonly json: boolean
  readonly yes: boolean
  readonly list: boolean
  readonly csv: boolean
  readonly where: Where
}

function orderOf(command: Command, rest: readonly string[], { yes, list, csv, ...common }: Common): Order {
  const mistake = mistakeOf(command, rest, { yes, list, csv })
  if (mistake !== null) return misused(mistake)
  const [first = null] = rest
  switch (command) {
    case 'list':
    case 'status':
    case 'doctor':
      return { kind: command, ...common }
    case 'refresh':
      return { kind: 'refresh', names: rest, ...common }
    case 'validate':
      return { kind: 'validate', file: first, ...common }
    case 'trust':
      return { kind: 'trust', file: first, yes, ...common }
    case 'undo':
      return { kind: 'undo', profile: first, list, ...common }
    case 'export':
      return { kind: 'export', name: first ?? '', where: common.where }
    case 'credentials':
      return { kind: 'credentials', name: first ?? '', where: common.where }
    case 'history':
      return { kind: 'history', form: csv ? 'csv' : common.json ? 'json' : 'words', where: common.where }
    case 'panic':
    case 'broker':
      return { kind: command, ...common }
    case 'help':
      return { kind: 'help' }
  }
}

/** `null`: as many words as the command takes, and no switch of another one. */
function mistakeOf(
  command: Command,
  rest: readonly string[],
  { yes, list, csv }: Pick<Common, 'yes' | 'list' | 'csv'>,
): string | null {
  if (list && command !== 'undo') return `${command} takes no --list.`
  if (csv && command !== 'history') return `${command} takes no --csv.`
  if (yes && command !== 'trust') return `${command} asks nothing, so it takes no --yes.`
  const { least, most, takes } = WORDS[command]
  if (rest.length < least) return `${command} needs ${takes}.`
  return rest.length > most ? `${command} takes ${most === 0 ? 'no names' : takes}.` : null
}

interface Words {
  readonly least: number
  readonly most: number
  readonly takes: string
}

const NONE: Words = { least: 0, most: 0, takes: 'no names' }

const WORDS: Readonly<Record<Command, Words>> = {
  list: NONE,
  status: NONE,
  doctor: NONE,
  panic: NONE,
  history: NONE,
  broker: NONE,
  credentials: { least: 1, most: 1, takes: 'the name of one identity' },
  help: { ...NONE, most: Number.POSITIVE_INFINITY },
  refresh: { least: 1, most: Number.POSITIVE_INFINITY, takes: 'the name of an identity' },
  export: { least: 1, most: 1, takes: 'the name of one identity' },
  validate: { least: 0, most: 1, takes: 'one file' },
  trust: { least: 0, most: 1, takes: 'one file' },
  undo: { least: 0, most: 1, takes: 'one profile' },
}

const asCommand = (text: string): Command | null => COMMANDS.find((command) => command === text) ?? null

const misused = (because: string): Order => ({ kind: 'misused', because })

type Named = string | boolean | undefined

function whereOf(values: { readonly config?: Named; readonly folder?: Named; readonly 'data-dir'?: Named }): Where {
  const named = (value: Named): string | null => (typeof value === 'string' ? value : null)
  return { config: named(values.config), folder: named(values.folder), dataDir: named(values['data-dir']) }
}
