import type { AppAnswer, AppQuestion } from '#bridge/app-socket'
import type { Engine } from '#engine/engine'
import type { Where } from '../../where.ts'

/** 0 done · 1 failed · 2 usage or configuration · 3 needs a person · 4 not trusted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

/**
 * A sub-command as everybody else sees it: the parser, the help and the shells' completion are made from these. What is
 * not needed to answer from the running app is loaded by `begin`, when it is needed.
 */
export interface Command {
  readonly name: string
  readonly group: Group
  /** Half a sentence for the list of all. */
  readonly summary: string
  /** What `credtray help NAME` says besides. */
  readonly details: readonly string[]
  readonly words: Words
  /** Its own; `--config`, `--folder`, `--data-dir` and `--help` go with every command. */
  readonly switches: readonly Switch[]
  /** The exit code: one of ours, but for `exec`, which ends as its command does. */
  begin(given: Given, doors: Doors): Promise<number> | number
}

/** `inside`: not for people, so no help names it. */
export type Group = 'see' | 'do' | 'tools' | 'files' | 'inside'

/** The words after the command's name. */
export interface Words {
  /** As the help writes them: `NAME…`. */
  readonly usage: string
  readonly least: number
  readonly most: number
  /** In a sentence: "list takes no names", "export needs the name of one identity". */
  readonly are: string
  /** What a shell completes them with. `identity`: the first alone. */
  readonly completes: 'identity' | 'identities' | 'files' | 'commands' | 'nothing' | readonly string[]
}

export interface Switch {
  readonly name: string
  /** `null`: it is there or not. A text: what its value is. A list: its values. */
  readonly takes: string | readonly string[] | null
  readonly summary: string
}

/** What stood on the command line after the sub-command. */
export interface Given {
  readonly words: readonly string[]
  readonly where: Where
  has(name: string): boolean
  /** `null`: the switch was not given. */
  valueOf(name: string): string | null
}

/** Data goes to `out`, words to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Who can be asked. */
export interface Person {
  /** Whether somebody sits there: both ends of the talk are a terminal. */
  isThere(): boolean
  /** One line from stdin, a terminal or a pipe. Everything but a yes is a no. */
  agrees(question: string): Promise<boolean>
  /** One line from stdin, as it was typed. Empty: they said nothing. */
  answer(question: string): Promise<string>
}

/** What a command reaches the world through. */
export interface Doors extends Terminal {
  /** The folder that holds package.json and assets. */
  readonly root: string
  readonly commands: readonly Command[]
  /** From the running app. `null`: none runs for this data folder, or another world than the app's was named. */
  fromApp(where: Where, question: AppQuestion): Promise<AppAnswer | null>
  readonly person: Person
  /** With an engine of this process's own. */
  alone<T>(where: Where, work: (engine: Engine) => Promise<T>): Promise<T>
}

/** The command line does not say what this command needs. */
export class Misuse extends Error {}

interface Parts<O> extends Omit<Command, 'begin'> {
  /** Throws a Misuse. */
  parse(given: Given): O
  run(order: O, doors: Doors): Promise<number> | number
}

/** `parse` and `run` agree on the order between them; nobody else needs to know it. */
export function command<O>({ parse, run, ...rest }: Parts<O>): Command {
  return { ...rest, begin: (given, doors) => run(parse(given), doors) }
}

export const NO_WORDS: Words = { usage: '', least: 0, most: 0, are: 'no names', completes: 'nothing' }

export const ONE_IDENTITY: Words = {
  usage: 'NAME',
  least: 1,
  most: 1,
  are: 'the name of one identity',
  completes: 'identities',
}

export const IDENTITIES: Words = {
  usage: 'NAME…',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  are: 'the name of an identity',
  completes: 'identities',
}

export const JSON_SWITCH: Switch = { name: 'json', takes: null, summary: 'data for programs' }
