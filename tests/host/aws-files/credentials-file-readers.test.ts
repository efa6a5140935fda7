import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fromIni } from '@aws-sdk/credential-providers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edit, type EditOrder } from '#core/profile-file/edit'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { awsFolder, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { hasBotocore, readWithBotocore, type Sections } from '../../support/aws/botocore.ts'
import { iniLikeText } from '../../support/files/ini-text.ts'

if (!hasBotocore) console.warn('botocore is not installed here: the three comparisons with it are left out.')

describe('the AWS SDK for JavaScript', () => {
  test.each([
    ['a new file', ''],
    ['a file with other profiles and no line end', '[default]\nregion = eu-west-1'],
    ['a file with CRLF', '# note\r\n[default]\r\nregion = eu-west-1\r\n'],
    ['a file with a byte order mark', '\ufeff[default]\nregion = eu-west-1\n'],
  ])('reads the written keys back from %s', async (_name, before) => {
    await using aws = await awsFolder()
    await aws.write(before)
    const files = createProfileFiles(aws)
    await files.write(writeOrder('staging', 1), neverAborted())
    await files.write(writeOrder('staging', 2), neverAborted())
    const read = fromIni({
      profile: 'staging',
      filepath: aws.credentialsFile,
      configFilepath: aws.configFile,
      ignoreCache: true,
    })
    expect(await read()).toMatchObject({
      accessKeyId: 'ASIAIOSFODNN7EXAMPL2',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY2',
      sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN2==',
    })
  })
})

describe.skipIf(!hasBotocore)('botocore, the reader of the AWS CLI (left out where it is not installed)', () => {
  test('reads the five keys and the region', async () => {
    await using aws = await awsFolder()
    await createProfileFiles(aws).write(writeOrder('staging', 1, 'eu-west-1'), neverAborted())
    expect(await readWithBotocore([aws.credentialsFile, aws.configFile])).toEqual([
      {
        staging: {
          aws_access_key_id: 'ASIAIOSFODNN7EXAMPL1',
          aws_secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1',
          aws_session_token: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN1==',
          x_security_token_expires: '2026-11-22T21:05:11Z',
          manager: 'credtray',
        },
      },
      { 'profile staging': { region: 'eu-west-1' } },
    ])
  })

  test('every file that it could read it can still read, with our values and all the others as they were', async () => {
    const wrong = (await comparisons()).filter(({ before, after }) => before !== null && !isMeantChange(before, after))
    expect(wrong).toEqual([])
  })

  test('of a file that it cannot read we warn, and of no other', async () => {
    const wrong = (await comparisons()).filter(({ after, warned }) => (after === null) !== warned)
    // An edit may heal a file: then the warning is about what it was.
    expect(wrong.filter(({ before }) => before !== null)).toEqual([])
    expect(wrong.filter(({ after }) => after === null)).toEqual([])
  })
})

interface Comparison {
  readonly text: string
  readonly before: Sections | null
  readonly after: Sections | null
  readonly warned: boolean
}

const WANTED = { aws_access_key_id: 'ASIAIOSFODNN7EXAMPLE', aws_session_token: 'token==', region: 'eu-west-1' }

const ORDER: EditOrder = {
  file: 'credentials',
  profile: 'dev',
  change: { kind: 'set', settings: [...Object.entries(WANTED), ['aws_security_token', null]] },
  permission: { lastAccessKeyId: null, mayReplaceLongLived: true },
}

/** Made-up files before and after an edit, as botocore sees them. One Python process reads them all. */
async function comparisons(): Promise<readonly Comparison[]> {
  await using aws = await awsFolder()
  const made = fc.sample(iniLikeText(), 600).flatMap((text) => {
    const result = edit(text, ORDER)
    return result.ok ? [{ text, after: result.value.text ?? '', warnings: result.value.warnings }] : []
  })
  const paths = made.flatMap((_one, nth) => [join(aws.folder, `${nth}-before`), join(aws.folder, `${nth}-after`)])
  const texts = made.flatMap(({ text, after }) => [text, after])
  await Promise.all(paths.map((path, nth) => writeFile(path, Buffer.from(texts[nth] ?? '', 'latin1'))))
  const read = await readWithBotocore(paths)
  return made.map(({ text, warnings }, nth) => ({
    text,
    before: read[nth * 2] ?? null,
    after: read[nth * 2 + 1] ?? null,
    warned: warnings.some(({ code }) => UNREADABLE.has(code)),
  }))
}

const UNREADABLE: ReadonlySet<string> = new Set([
  'BOM',
  'NOT_UTF8',
  'DUPLICATE_SECTION',
  'DUPLICATE_KEY',
  'MALFORMED_LINE',
])

function isMeantChange(before: Sections, after: Sections | null): boolean {
  const { aws_security_token: _stale, ...kept } = before['dev'] ?? {}
  const expected = { ...before, dev: { ...kept, ...WANTED } }
  return after !== null && sameExceptSpaced(expected, after)
}

/** `[ dev ]` is another profile for botocore; its keys are meant to change as well. */
function sameExceptSpaced(expected: Sections, actual: Sections): boolean {
  const plain = (sections: Sections) =>
    Object.fromEntries(Object.entries(sections).filter(([name]) => name === 'dev' || !/^\s*dev\b/.test(name)))
  return isDeepStrictEqual(plain(expected), plain(actual))
}
