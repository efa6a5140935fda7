import { expect, test } from 'vitest'
import { importedIdentities } from '#core/aws-config/imported'
import { readProfiles } from '#core/aws-config/read-profiles'
import { signInNote, unread } from '#core/aws-config/sign-ins'
import type { Run } from '#core/trust/run'
import { identityName } from '../../support/states/builders.ts'

const reads = (text: string): Run => ({
  kind: 'command',
  identity: identityName('x'),
  text,
  shell: false,
  where: { file: 'config', line: 1, column: 1 },
})

function signIns(...names: readonly string[]) {
  const text = names.map((name) => `[profile ${name}]\nsso_session = corp\n`).join('')
  const read = readProfiles({ text, file: 'config', kind: 'config' })
  return importedIdentities({ profiles: read.ok ? read.value : new Map(), userName: 'ana' }).signIns
}

test.each(['aws configure export-credentials --profile dev', 'aws --profile="dev" configure export-credentials'])(
  'whose keys `%s` prints already is not listed again',
  (command) => expect(unread(signIns('dev', 'developer'), [reads(command)])).toMatchObject([{ name: 'developer' }]),
)

test('one note tells how many there are, and where the first stands', () => {
  const note = (...names: readonly string[]) => signInNote(signIns(...names))?.message ?? null
  expect([note(), note('a'), note('a', 'b'), note('a', 'b', 'c')]).toEqual([
    null,
    '"a" signs in through AWS SSO.',
    '"a" and 1 more profile sign in through AWS SSO.',
    '"a" and 2 more profiles sign in through AWS SSO.',
  ])
  expect(signInNote(signIns('a', 'b'))).toMatchObject({ where: { file: 'config', line: 2 } })
})
