import { describe, expect, test } from 'vitest'
import { wantsShell } from '#core/config/wants-shell'
import { config } from './support.ts'

describe('a command that hopes for a shell', () => {
  test.each(['~/bin/x', '$HOME/bin/x prod', '${HOME}/x', 'a --file ~/.keys', 'a | jq .', 'a 2>&1', 'A=1 b', 'a && b'])(
    '%s',
    (command) => expect(wantsShell(command)).toBe(true),
  )

  test.each([
    '/opt/helper prod',
    'a ~',
    'a "x|y"',
    'a --url https://x/?a=1&b=2',
    'a $5',
    'sh -c "a | b"',
    '/bin/bash -c "~/bin/x"',
    'ssh host ~/bin/x',
    'a "',
  ])('%s is let pass', (command) => expect(wantsShell(command)).toBe(false))

  test('is told once for all, before anything runs', () => {
    const entry = (more: string): string =>
      `{ kind: aws/credential-process, credentials: { credential_process: ~/x${more} } }`
    const text = `auth:\n  identities:\n    a: ${entry('')}\n    b: ${entry('')}\n    c: ${entry(', shell: true')}\n`
    expect(config(text).notes.map(({ code, message, where }) => [code, message, where?.line])).toEqual([
      ['config/no-shell', 'The command of "a" and "b" is written for a shell, and is run without one.', 3],
    ])
  })
})
