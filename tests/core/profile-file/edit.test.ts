import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edit, type EditOrder } from '#core/profile-file/edit'
import { scan } from '#core/profile-file/scan'
import type { Setting } from '#core/profile-file/set-values'
import { runEditCases } from '../../conformance/edit-cases.ts'
import { foreignBytes } from '../../support/files/foreign-bytes.ts'
import { iniLikeText, plainValue } from '../../support/files/ini-text.ts'
import { readIni } from '../../support/files/plain-ini-reader.ts'

const vectors: unknown = JSON.parse(
  readFileSync(new URL('../../vectors/ini_edit_vectors.json', import.meta.url), 'utf8'),
)

describe('edit', () => {
  test('every shared case comes out to the byte', () => {
    expect(runEditCases(vectors).filter(({ problem }) => problem !== null)).toEqual([])
  })

  test('the shared cases are all there', () => {
    expect(runEditCases(vectors)).toHaveLength(112)
  })

  test('an edit made twice changes nothing the second time', () => {
    fc.assert(
      fc.property(iniLikeText(), settings(), (text, wanted) => {
        const once = edit(text, set(wanted))
        if (!once.ok) return
        const twice = edit(once.value.text, set(wanted))
        expect(twice).toMatchObject({ ok: true, value: { text: once.value.text, changed: false } })
      }),
    )
  })

  test('no byte outside the section changes', () => {
    fc.assert(
      fc.property(iniLikeText(), settings(), (text, wanted) => {
        const edited = edit(text, set(wanted))
        if (!edited.ok) return
        const after = foreignBytes(edited.value.text ?? '')
        // A section is added after a blank line; the last line may get its line end.
        expect(after.replace(/\s+$/, '')).toBe(foreignBytes(text).replace(/\s+$/, ''))
      }),
    )
  })

  test('comments and blank lines of the section stay, in their order', () => {
    fc.assert(
      fc.property(iniLikeText(), settings(), (text, wanted) => {
        const edited = edit(text, set(wanted))
        if (!edited.ok) return
        const after = comments(edited.value.text ?? '')
        expect(comments(text).every((comment) => after.includes(comment))).toBe(true)
      }),
    )
  })

  test('what is set is what another reader reads', () => {
    fc.assert(
      fc.property(wellFormedText(), settings(), (text, wanted) => {
        const edited = edit(text, set(wanted))
        if (!edited.ok) return
        const after = readIni(edited.value.text ?? '')
        const expected = { ...readIni(text), dev: { ...readIni(text)['dev'], ...Object.fromEntries(wanted) } }
        expect(after).toEqual(expected)
      }),
    )
  })

  test('a profile that is set and taken out again leaves a file without a blank line at its end as it was', () => {
    fc.assert(
      fc.property(iniLikeText(), settings(), (text, wanted) => {
        const untouched = text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`
        const added = edit(untouched, set(wanted))
        if (!added.ok || /\bdev\b/.test(text) || scan(untouched).at(-1)?.kind === 'blank') return
        const removed = edit(added.value.text, {
          ...set(wanted),
          change: { kind: 'unset', keys: wanted.map(([key]) => key), pruneEmpty: true },
        })
        expect(removed).toMatchObject({ ok: true, value: { text: untouched } })
      }),
    )
  })

  test.each([
    [
      'the deeper lines of a replaced value hold long-lived keys',
      '[dev]\nregion = a\n  aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n',
    ],
    [
      'the key id stands on the line below its key',
      '[dev]\naws_access_key_id =\n  AKIAIOSFODNN7EXAMPLE\naws_session_token = t\n',
    ],
    ['the token beside the keys is empty', '[dev]\naws_access_key_id = ASIAX\naws_session_token =\n'],
  ])('nothing is lost where %s', (_name, text) => {
    const wanted: readonly Setting[] = [
      ['region', 'eu-west-1'],
      ['aws_access_key_id', 'ASIAIOSFODNN7EXAMPLE'],
    ]
    expect(problemCode(text, set(wanted))).toBe('file/long-lived-keys-present')
  })

  test('long-lived keys that were written last by this app may be replaced', () => {
    const text = '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n'
    const permission = { lastAccessKeyId: 'AKIAIOSFODNN7EXAMPLE', mayReplaceLongLived: false }
    const result = edit(text, { ...set([['aws_access_key_id', 'ASIAIOSFODNN7EXAMPLE']]), permission })
    expect(result).toMatchObject({ ok: true, value: { changed: true } })
  })

  test('a template with empty keys is filled in', () => {
    const text = '[dev]\naws_access_key_id =\naws_secret_access_key=\n'
    const result = edit(
      text,
      set([
        ['aws_access_key_id', 'ASIAX'],
        ['aws_secret_access_key', 's'],
      ]),
    )
    expect(result.ok && result.value.text).toBe('[dev]\naws_access_key_id = ASIAX\naws_secret_access_key=s\n')
  })

  test('new keys do not fall into an open block of an indented section', () => {
    const result = edit('[dev]\n  s3 =\n    x = 1\n  y = 2\n', set([['region', 'eu-west-1']]))
    expect(result.ok && result.value.text).toBe('[dev]\n  s3 =\n    x = 1\n  y = 2\nregion = eu-west-1\n')
  })

  test('a byte order mark alone is no line to begin after', () => {
    const result = edit('\xef\xbb\xbf', set([['region', 'eu-west-1']]))
    expect(result.ok && result.value.text).toBe('\xef\xbb\xbf[dev]\nregion = eu-west-1\n')
  })

  test('a warning names the first line it is about', () => {
    const result = edit('\xef\xbb\xbf[b]\njunk\n[b]\nx = \xff\n', set([['region', 'eu-west-1']]))
    expect(result.ok && result.value.warnings).toEqual([
      { code: 'BOM', line: 1 },
      { code: 'MALFORMED_LINE', line: 2 },
      { code: 'DUPLICATE_SECTION', line: 3 },
      { code: 'NOT_UTF8', line: 4 },
    ])
  })

  test('an indented line without a sign below a header would swallow new keys, so nothing is written', () => {
    expect(problemCode('[dev]\n  junk\n', set([['region', 'eu-west-1']]))).toBe('file/ambiguous-structure')
  })

  test('new keys above junk do not swallow the indented header below it', () => {
    expect(problemCode('[dev]\n<<<<<<< HEAD\n  [b]\n', set([['region', 'eu-west-1']]))).toBe('file/ambiguous-structure')
  })

  test('a key of ours that is indented below another value hides ours from some tools, so nothing is written', () => {
    const text = '[dev]\noutput = json\n  aws_access_key_id = ASIAOTHER\n'
    expect(problemCode(text, set([['aws_access_key_id', 'ASIAX']]))).toBe('file/ambiguous-structure')
  })

  test('a key with a no-break space before its sign is that key', () => {
    const result = edit('[dev]\nregion\xc2\xa0= a\n', set([['region', 'eu-west-1']]))
    expect(result.ok && result.value.text).toBe('[dev]\nregion = eu-west-1\n')
  })

  test('an ambiguous structure is explained with its line', () => {
    const result = edit('[a]\nx = 1\n  [dev]\n', set([['region', 'eu-west-1']]))
    expect(!result.ok && result.problems[0]?.hint).toContain('line 3')
  })
})

const set = (settings: readonly Setting[]): EditOrder => ({
  file: 'credentials',
  profile: 'dev',
  change: { kind: 'set', settings },
  permission: { lastAccessKeyId: null, mayReplaceLongLived: false },
})

const settings = (): fc.Arbitrary<readonly Setting[]> =>
  fc.tuple(plainValue(), plainValue(), plainValue()).map(([id, token, region]) => [
    ['aws_access_key_id', id],
    ['aws_session_token', token],
    ['region', region],
  ])

function problemCode(text: string, order: EditOrder): string | null {
  const result = edit(text, order)
  return result.ok ? null : (result.problems[0]?.code ?? null)
}

const comments = (text: string): readonly string[] =>
  scan(text)
    .filter(({ kind }) => kind === 'comment')
    .map(({ ink, stop }) => text.slice(ink, stop))

/** Files about which every reader agrees: no key and no section twice, nothing indented. */
function wellFormedText(): fc.Arbitrary<string> {
  const key = fc.constantFrom('aws_access_key_id', 'aws_session_token', 'region', 'x', 'y')
  const property = fc.tuple(key, plainValue())
  const section = fc.tuple(
    fc.constantFrom('dev', 'a', 'b', 'c'),
    fc.uniqueArray(property, { selector: ([name]) => name, maxLength: 5 }),
  )
  return fc
    .uniqueArray(section, { selector: ([name]) => name, maxLength: 4 })
    .map((sections) =>
      sections.map(([name, keys]) => `[${name}]\n${keys.map(([k, v]) => `${k} = ${v}\n`).join('')}\n`).join(''),
    )
}
