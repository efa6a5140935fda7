import path from 'node:path'
import type { Look } from './config-look.ts'

/** Every YAML file in a folder and below it: by depth, then by path, and `a.yaml` instead of `a.yml`. */
export async function yamlFilesIn(folder: string, look: Look): Promise<readonly string[]> {
  const files = (await filesBelow(folder, look, DEEPEST)).filter((file) => /\.ya?ml$/.test(file))
  const all = new Set(files)
  return files
    .filter((file) => file.endsWith('.yaml') || !all.has(file.replace(/\.yml$/, '.yaml')))
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
}

/** The files that a path or pattern means (`*`, `**`, `?`, `{a,b}`), in order. A path without an ending may be YAML's. */
export async function filesMatching(pattern: string, look: Look): Promise<readonly string[]> {
  const folder = fixedPart(pattern)
  if (folder === null) return existing(pattern, look)
  const wanted = new RegExp(`^${expression(pattern)}$`)
  return (await filesBelow(folder, look, DEEPEST)).filter((file) => wanted.test(slashes(file))).toSorted()
}

const DEEPEST = 10

async function existing(file: string, look: Look): Promise<readonly string[]> {
  for (const candidate of [file, `${file}.yaml`, `${file}.yml`]) {
    const { kind } = await look.text(candidate)
    if (kind === 'text') return [candidate]
  }
  const inFolder = (await look.names(file)) === null ? [] : await yamlFilesIn(file, look)
  return inFolder
}

async function filesBelow(folder: string, look: Look, left: number): Promise<readonly string[]> {
  const names = left === 0 ? null : await look.names(folder)
  const found: string[] = []
  for (const name of names ?? []) {
    if (name.endsWith('/')) found.push(...(await filesBelow(path.join(folder, name), look, left - 1)))
    else found.push(path.join(folder, name))
  }
  return found
}

const slashes = (file: string): string => file.replaceAll(path.sep, '/')
const depth = (file: string): number => file.split(path.sep).length

/** The folder above the first part that is a pattern. `null`: no part is. */
function fixedPart(pattern: string): string | null {
  const parts = slashes(pattern).split('/')
  const first = parts.findIndex((part) => /[*?{]/.test(part))
  return first < 0 ? null : parts.slice(0, first).join('/') || '/'
}

/** `**` crosses folders, `*` and `?` do not. */
function expression(pattern: string): string {
  return slashes(pattern).replaceAll(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\{}]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    const choices = part.length > 2 && part.startsWith('{') ? part.slice(1, -1).split(',') : null
    return choices === null ? `\\${part}` : `(?:${choices.map(expression).join('|')})`
  })
}
