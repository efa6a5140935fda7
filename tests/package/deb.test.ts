import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builderConfig } from '../../build/electron-builder.mjs'
import { root } from '../../build/setup/project.mjs'
import { isOnPath } from '../support/programs/on-path.ts'

/** The moment that every file of the package is from. */
const EPOCH = 1_767_225_600

describe.skipIf(!isOnPath('dpkg-deb'))('what stands in for fpm (skipped where there is no dpkg-deb)', () => {
  let folder = ''
  let deb = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credtray-fpm-'))
    const app = join(folder, 'linux-unpacked')
    mkdirSync(join(app, 'bin'), { recursive: true })
    writeFileSync(join(app, 'credtray'), '#!/bin/sh\n')
    chmodSync(join(app, 'credtray'), 0o777)
    writeFileSync(join(app, 'notes a=b.txt'), 'x'.repeat(3_000))
    chmodSync(join(app, 'notes a=b.txt'), 0o600)
    symlinkSync('../credtray', join(app, 'bin/link'))
    writeFileSync(join(folder, 'after-install'), '#!/bin/sh\necho in\n')
    writeFileSync(join(folder, 'after-remove'), '#!/bin/sh\necho out\n')
    deb = join(folder, 'out.deb')
    make(deb, 'deb')
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** With the words of electron-builder: some are pairs, some are written with `=`, some come again and again. */
  function make(file: string, type: string): void {
    const words = [
      `-s dir --force -t ${type} --architecture amd64 --name credtray --version 0.1.0 --debug --category utils`.split(
        ' ',
      ),
      ['--after-install', join(folder, 'after-install'), '--after-remove', join(folder, 'after-remove')],
      ['--description', 'one line\n\n and more', '--maintainer', 'Ana <ana@example.org>', '--package', file],
      '--url https://example.org --deb-priority optional -d libgtk-3-0 -d libnss3 --deb-compression=none'.split(' '),
      [`${join(folder, 'linux-unpacked')}/=/opt/Credtray`],
    ].flat()
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(EPOCH) }
    execFileSync(process.execPath, [join(root, 'build/package/fpm.mjs'), ...words], { env, stdio: 'pipe' })
  }

  const read = (...words: readonly string[]) => execFileSync('dpkg-deb', words, { encoding: 'utf8' })

  test('the control fields say what was ordered', () => {
    expect(read('-f', deb).trimEnd().split('\n')).toEqual([
      'Package: credtray',
      'Version: 0.1.0',
      'Architecture: amd64',
      'Maintainer: Ana <ana@example.org>',
      expect.stringMatching(/^Installed-Size: \d+$/),
      'Depends: libgtk-3-0, libnss3',
      'Section: utils',
      'Priority: optional',
      'Homepage: https://example.org',
      'Description: one line',
      ' .',
      ' and more',
    ])
  })

  test('every file is where it was ordered, belongs to root, has a mode that says nothing of this machine, and one time', () => {
    const env = { ...process.env, TZ: 'UTC' }
    const lines = execFileSync('dpkg-deb', ['-c', deb], { encoding: 'utf8', env }).trimEnd().split('\n')
    expect(lines.map((line) => line.replace(/ +/g, ' ').replace(/ \d+ 2026-01-01 00:00 \.\//, ' ')).toSorted()).toEqual(
      [
        'drwxr-xr-x root/root ',
        'drwxr-xr-x root/root opt/',
        'drwxr-xr-x root/root opt/Credtray/',
        'drwxr-xr-x root/root opt/Credtray/bin/',
        'lrwxrwxrwx root/root opt/Credtray/bin/link -> ../credtray',
        '-rwxr-xr-x root/root opt/Credtray/credtray',
        '-rw-r--r-- root/root opt/Credtray/notes a=b.txt',
      ].toSorted(),
    )
  })

  test('the scripts are where dpkg runs them', () => {
    const control = join(folder, 'control')
    read('-e', deb, control)
    const said = ['postinst', 'postrm'].map((name) => execFileSync(join(control, name), { encoding: 'utf8' }))
    expect(said).toEqual(['in\n', 'out\n'])
  })

  test('what comes out again is what went in, links as links', () => {
    const out = join(folder, 'unpacked')
    read('-x', deb, out)
    expect(execFileSync('cat', [join(out, 'opt/Credtray/notes a=b.txt')], { encoding: 'utf8' })).toHaveLength(3_000)
    expect(readlinkSync(join(out, 'opt/Credtray/bin/link'))).toBe('../credtray')
  })

  test('nothing but a deb is made', () => {
    expect(() => make(join(folder, 'out.rpm'), 'rpm')).toThrow('A rpm cannot be made here, only a deb.')
  })
})

test('each shell finds its completion in the deb where it looks by itself', () => {
  const { deb } = builderConfig({ runtime: null, output: 'dist/package' })
  const places = (deb?.fpm ?? []).map((mapping) => mapping.slice(mapping.lastIndexOf('=') + 1))
  expect(places).toEqual([
    '/usr/share/doc/credtray/copyright',
    '/usr/share/bash-completion/completions/credtray',
    '/usr/share/zsh/vendor-completions/_credtray',
    '/usr/share/fish/vendor_completions.d/credtray.fish',
  ])
})
