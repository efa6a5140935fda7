import type { Place, Problem } from '../base/problem.ts'

/** A YAML function whose answer the machine has to give: `!include auth.yaml`, `!exec …`. */
export interface FunctionCall {
  readonly name: MachineFunction
  readonly argument: string
  readonly where: Place
  /** Whose value it is: the name of an identity, or of a section. */
  readonly owner: string
}

export type FunctionAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  /** YAML that stands for the call, and the file that it comes from. `pick`: the keys to the part of it that is meant. */
  | { readonly kind: 'yaml'; readonly text: string; readonly file: string; readonly pick: readonly string[] }
  /** Not known yet: whoever reads finds out and reads again. Until then there is no value. */
  | { readonly kind: 'pending' }
  /** It would run something that nobody has approved. */
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'failed'; readonly problem: Omit<Problem, 'where'> }

/** Answers at once with what is known, and throws never. */
export type Functions = (call: FunctionCall) => FunctionAnswer

/** Those of Atmos (pkg/config/process_yaml.go) that need a disk, a repository or a shell. */
export const MACHINE_FUNCTIONS = [
  '!exec',
  '!include',
  '!include.raw',
  '!repo-root',
  '!git.root',
  '!git.sha',
  '!git.branch',
  '!git.ref',
  '!git.repository',
  '!git.owner',
  '!git.name',
  '!git.host',
  '!git.url',
  '!cwd',
  '!random',
] as const
export type MachineFunction = (typeof MACHINE_FUNCTIONS)[number]

export const machineFunction = (tag: string): MachineFunction | null =>
  MACHINE_FUNCTIONS.find((name) => name === tag) ?? null
