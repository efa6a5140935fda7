#!/usr/bin/env node
// What electron-builder calls instead of fpm: the deb, made with dpkg-deb. Every deb of ours is made here, so the one
// that is tried is the one that people get, byte for byte.
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { sameTimes } from './same-times.mjs'

const order = readArguments(process.argv.slice(2))
if (order.only('-t') !== 'deb') throw new Error(`A ${order.only('-t')} cannot be made here, only a deb.`)
const work = mkdtempSync(join(tmpdir(), 'credtray-deb-'))
try {
  layOut(work)
  const size = kilobytes(work)
  mkdirSync(join(work, 'DEBIAN'))
  writeScripts(work)
  writeFileSync(join(work, 'DEBIAN/control'), control(size))
  asOnEveryMachine(work)
  // dpkg-deb takes SOURCE_DATE_EPOCH, too, for the times in the archive's own headers.
  const compression = order.only('--deb-compression') ?? 'xz'
  const words = ['--root-owner-group', `-Z${compression}`, '--build', work, order.only('--package') ?? '']
  execFileSync('dpkg-deb', words, { stdio: ['ignore', 'ignore', 'inherit'] })
} finally {
  rmSync(work, { recursive: true, force: true })
}

/**
 * `--name value`, `--name=value`, `-d value` again and again, and last `from=to`.
 * @param {readonly string[]} args
 */
function readArguments(args) {
  /** @type {Map<string, string[]>} */
  const values = new Map()
  const mappings = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word === '--force' || word === '--debug') continue
    if (!word.startsWith('-')) mappings.push(word)
    else if (word.startsWith('--') && word.includes('='))
      add(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1))
    else add(word, args[(index += 1)] ?? '')
  }
  return {
    mappings,
    all: (/** @type {string} */ name) => values.get(name) ?? [],
    only: (/** @type {string} */ name) => values.get(name)?.at(-1),
  }

  /** @param {string} name @param {string} value */
  function add(name, value) {
    values.set(name, [...(values.get(name) ?? []), value])
  }
}

/** @param {string} folder */
function layOut(folder) {
  for (const mapping of order.mappings) {
    const split = mapping.lastIndexOf('=')
    const from = mapping.slice(0, split)
    const to = join(folder, mapping.slice(split + 1))
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
}

/** As du counts it, in whole blocks: what apt tells before an installation. @param {string} path @returns {number} */
function kilobytes(path) {
  const found = lstatSync(path)
  if (!found.isDirectory()) return Math.ceil(found.size / 1024)
  return readdirSync(path).reduce((sum, name) => sum + kilobytes(join(path, name)), 4)
}

/** @param {string} folder */
function writeScripts(folder) {
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    const file = order.only(option ?? '')
    if (file !== undefined) writeFileSync(join(folder, 'DEBIAN', name ?? ''), readFileSync(file), { mode: 0o755 })
  }
}

/** @param {number} size in KiB */
function control(size) {
  const [first = '', ...rest] = (order.only('--description') ?? '').trim().split('\n')
  const fields = {
    Package: order.only('--name'),
    Version: order.only('--version'),
    Architecture: order.only('--architecture'),
    Maintainer: order.only('--maintainer'),
    'Installed-Size': String(size),
    Depends: order.all('-d').join(', '),
    Recommends: order.all('--deb-recommends').join(', '),
    Section: order.only('--category'),
    Priority: order.only('--deb-priority'),
    Homepage: order.only('--url'),
    Description: [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  }
  return Object.entries(fields)
    .map(([name, value]) => (value ? `${name}: ${value}\n` : ''))
    .join('')
}

/** Modes and times say nothing of the machine that packs. @param {string} folder */
function asOnEveryMachine(folder) {
  open(folder)
  sameTimes(folder, Number(process.env['SOURCE_DATE_EPOCH'] ?? 0))
}

/** @param {string} path */
function open(path) {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) open(join(path, name))
}
