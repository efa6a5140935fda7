import type { Place, Problem } from '../base/problem.ts'
import type { FunctionCall } from './functions.ts'

/** What may be wrong with a value before anybody asks what it means. `owner` is a name in quotes. */
export function unsupportedTag(owner: string, where: Place, tag: string): Problem {
  const name = tag.replace('tag:yaml.org,2002:', '!!')
  return {
    code: 'config/unsupported-tag',
    message: `${owner} uses ${name}, which Credtray does not read.`,
    hint: HINTS.get(name) ?? 'Write the value itself, or take it from the environment with !env.',
    where,
  }
}

/** A function where there is no machine to ask. */
export function functionHere({ owner, name, where }: FunctionCall): Omit<Problem, 'where'> {
  const { code, message, hint } = unsupportedTag(`"${owner}"`, where, name)
  return { code, message, hint }
}

const HINTS: ReadonlyMap<string, string> = new Map([
  ['!exec', 'Write the value itself, or export it and use !env. Credtray runs no command while it reads a file.'],
  ['!include', 'Copy the included lines to this place.'],
  ['!include.raw', 'Copy the included text to this place.'],
  ['!cwd', 'Write the full path; a tray app has no working folder of its own.'],
  ['!repo-root', 'Write the full path.'],
  ['!append', 'Write the whole list.'],
  ['!unset', 'Delete the line.'],
])

export const badEnv = (owner: string, where: Place): Problem => ({
  code: 'config/shape',
  message: `${owner} has an !env that cannot be read.`,
  hint: 'Write !env NAME, or !env NAME default; a default with spaces stands in quotes: !env \'NAME "two words"\'.',
  where,
})

export const repeatedKey = (owner: string, where: Place, key: string): Problem => ({
  code: 'config/duplicate-name',
  message: `${owner} has the key "${key}" twice.`,
  hint: 'Delete one of the two lines.',
  where,
})

export const unknownAlias = (owner: string, where: Place): Problem => ({
  code: 'config/shape',
  message: `${owner} refers to a YAML anchor that does not stand above it.`,
  hint: 'Check the name after the *, and that the & with the same name comes first.',
  where,
})

export const tooMuch = (owner: string, where: Place): Problem => ({
  code: 'config/shape',
  message: `${owner} grows without end, because its aliases refer to themselves or to too much.`,
  hint: 'Write the values out instead of using *aliases here.',
  where,
})
