import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeOwned } from '#core/profile-file/owned'

/**
 * Files as they are found in the field, each named after the report that taught it. `.after` is the file once a session
 * is written to its profile `staging`, or the code of the problem where it is refused.
 */
const folder = new URL('../../golden/', import.meta.url)
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.before') ? [name.replace('.before', '')] : []))

const SESSION = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN==',
  expires: '2026-11-22T21:05:11Z',
}

test.each(names)('%s', (name) => {
  const read = (kind: string): string => readFileSync(new URL(`${name}.${kind}`, folder)).toString('latin1')
  const result = writeOwned(read('before'), { profile: 'staging' }, SESSION)
  expect(result.ok ? result.value.text : `${result.problems[0]?.code}\n`).toBe(read('after'))
})
