import { readFileSync } from 'node:fs'
import type { Functions } from '#core/config/functions'
import type { Layer } from '#core/config/layer'
import { parseConfig, parseLayers } from '#core/config/parse'
import type { Config } from '#core/config/config'
import type { Problem } from '#core/base/problem'
import type { Identity } from '#core/identity/identity'

const FILE = 'config.yaml'

/** The configuration of a text that can be read as a whole. */
export function config(text: string, env: Readonly<Record<string, string>> = {}): Config {
  const parsed = parseConfig(text, {
    file: FILE,
    variable: (name) => (Object.hasOwn(env, name) ? env[name] : undefined),
    userName: 'ana',
  })
  if (!parsed.ok) throw new Error(`not readable: ${parsed.problems[0]?.message}`)
  return parsed.value
}

/** The configuration of several files, the last one on top. */
export function layered(layers: readonly Layer[], functions?: Functions): Config {
  const context = { file: FILE, variable: () => undefined, userName: 'ana', ...(functions && { functions }) }
  const parsed = parseLayers(layers, context)
  if (!parsed.ok) throw new Error(`not readable: ${parsed.problems[0]?.message}`)
  return parsed.value
}

/** The text of one identity entry, given the lines below its name. */
export const entry = (lines: string): string =>
  `auth:\n  identities:\n    target:\n${lines
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n')}\n`

export function identity(text: string, env: Readonly<Record<string, string>> = {}, name = 'target'): Identity {
  const found = config(text, env).identities.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no identity ${name}`)
  return found
}

/** `line:column code`, the part of a problem that a test is about. */
export const brief = ({ code, where }: Problem): string => `${where?.line}:${where?.column} ${code}`

export const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/config/${name}`, import.meta.url), 'utf8')
