import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { filesUnder } from '../support/house/files-under.ts'

/**
 * Who may turn a Secret into text: the one who writes the file, who seals, who signs, who leads a browser to the
 * sign-in, and Secret itself.
 */
const MAY_REVEAL = [
  'electron/core/base/secret.ts',
  'electron/host/aws-files/credentials-file.ts',
  'electron/host/opening/one-time-page.ts',
  'electron/host/own-data/key-store.ts',
  'electron/host/serving/credential-document.ts',
  'electron/host/serving/credentials-endpoint.ts',
  'electron/host/sts/sts.ts',
]

const SOURCES = ['electron', 'renderer', 'tests', 'build', 'assets']
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|ya?ml|html|css|svg|sh|md)$/

test('only the listed files reveal a secret', () => {
  const revealing = filesUnder(['electron', 'renderer']).filter((file) => /\.reveal\b|\breveal\(\)/.test(read(file)))
  expect(revealing).toEqual(MAY_REVEAL)
})

const ACCESS_KEY = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g
const SECRET_KEY = /(?<![\w/+=.-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=-])/g

test('the patterns see a key where there is one', () => {
  // Put together here, or this very file would be found.
  const key = `AKIA${'7'.repeat(16)}`
  const secret = `${'wJalrXUtnF'.repeat(3)}K7MDENG/bP`
  expect([`"${key}"`.match(ACCESS_KEY), `= ${secret}\n`.match(SECRET_KEY)]).toEqual([[key], [secret]])
})

test('no source holds an access key that is not a documented example', () => {
  expect(found(ACCESS_KEY, /EXAMPL|CANARY/)).toEqual([])
})

test('no source holds text shaped like a secret key that is not a documented example', () => {
  expect(found(SECRET_KEY, /EXAMPLE|canary/i)).toEqual([])
})

/** The shared vectors are other people's: they test with keys of their own making. */
function found(pattern: RegExp, allowed: RegExp): readonly string[] {
  const files = filesUnder(SOURCES).filter((file) => TEXT.test(file) && !file.startsWith('tests/vectors/'))
  return files.flatMap((file) => {
    const texts = [...read(file).matchAll(pattern)].map(([text]) => text)
    return texts.filter((text) => !allowed.test(text)).map((text) => `${file}: ${text.slice(0, 8)}…`)
  })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
