import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mergedProfiles, readProfiles } from '#core/aws-config/read-profiles'
import { parseConfig } from '#core/config/parse'
import { root } from '../../build/setup/project.mjs'
import { pages } from '../support/house/pages.ts'

/** ` ```yaml ` … ` ``` `, as a reader copies it: without the indentation of a list. */
const BLOCK = /^( *)```(\w+)\n([\s\S]*?)^ *```$/gm

const blocks = pages().flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(BLOCK)].map(([, indent = '', language = '', text = ''], at) => ({
    name: `${page}, block ${at + 1}`,
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  })),
)
const written = (language: string) => blocks.filter((block) => block.language === language)

const context = { file: 'config.yaml', variable: (name: string) => `of-${name}`, userName: 'ana' }

/** For a block that shows Credtray's own part alone. */
const IDENTITIES = `auth:
  identities:
    staging-poweruser: { kind: aws/credential-process, credentials: { credential_process: helper } }
`

describe('what the pages tell people to write', () => {
  test.each(written('yaml'))('$name is a configuration without a problem or a note', ({ text }) => {
    const parsed = parseConfig(/^auth:$/m.test(text) ? text : `${IDENTITIES}${text}`, context)
    expect(parsed.ok ? [parsed.value.problems, parsed.value.notes] : parsed.problems).toEqual([[], []])
    expect(text).toMatch(/^(?:auth|credtray):$/m)
  })

  test.each(written('ini'))('$name can be read by every AWS tool', ({ text }) => {
    const kind = /^\[profile /m.test(text) ? 'config' : 'credentials'
    const read = readProfiles({ text, file: kind, kind })
    expect(read.ok ? mergedProfiles(read.value, new Map()).size : read.problems).toBeGreaterThan(0)
  })

  test('there are such blocks at all', () => {
    expect(written('yaml').length).toBeGreaterThan(10)
    expect(written('ini').length).toBeGreaterThan(2)
  })
})
