import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandTemplates } from '#core/config/template'

const env: Readonly<Record<string, string>> = { HOME: '/home/ana', EMPTY: '' }
const expand = (text: string) => expandTemplates(text, (name) => env[name])

test.each([
  ['plain words', 'plain words'],
  ['{{getenv "HOME"}}/bin/x', '/home/ana/bin/x'],
  ['{{ env "HOME" }}/a {{getenv `HOME`}}/b', '/home/ana/a /home/ana/b'],
  ['{{getenv "NONE" "/opt"}}', '/opt'],
  ['{{ env "NONE" | default "a \\"b\\"" }}', 'a "b"'],
  ['{{getenv "EMPTY" "x"}}', 'x'],
  ['{{getenv "HOME" "x"}}', '/home/ana'],
  ['{{"{{"}} }}', '{{ }}'],
])('%s', (text, expected) => expect(expand(text)).toMatchObject({ kind: 'text', text: expected }))

test.each([
  ['{{atmos.Component()}}', { kind: 'unsupported', name: 'atmos.Component' }],
  ['{{ .Env.HOME }}', { kind: 'unsupported', name: '.Env.HOME' }],
  ['{{getenv "HOME"}} {{exec "x"}}', { kind: 'unsupported', name: 'exec' }],
  ['{{getenv "HOME"', { kind: 'unsupported', name: 'getenv' }],
  ['{{getenv "NONE"}}', { kind: 'unset', variable: 'NONE' }],
  ['{{getenv "EMPTY"}}', { kind: 'unset', variable: 'EMPTY' }],
])('%s is refused as a whole', (text, expected) => expect(expand(text)).toEqual(expected))

test('a text without braces is left as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{{')),
      (text) => {
        expect(expand(text)).toEqual({ kind: 'text', text, variables: [] })
      },
    ),
  )
})
