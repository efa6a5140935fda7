import { expect, test } from 'vitest'
import { exportProfiles } from '#core/command/export-profile'
import { mergedProfiles, readProfiles } from '#core/aws-config/read-profiles'
import { importedIdentities } from '#core/aws-config/imported'
import { hours } from '#core/base/time'
import { identity, role } from '../../support/world/fake-config.ts'

test('a chain becomes profiles that name each other', () => {
  const hub = role('hub', 'base')
  const { text } = exportProfiles([
    identity('base', { command: '/opt/helper prod' }, { region: 'eu-west-1' }),
    { ...hub, source: { ...hub.source, lasts: hours(1), externalId: 'xy' } as typeof hub.source },
  ])
  expect(text).toBe(`[profile base]
credential_process = /opt/helper prod
region = eu-west-1

[profile hub]
role_arn = arn:aws:iam::111122223333:role/hub
source_profile = base
role_session_name = ana
external_id = xy
duration_seconds = 3600
`)
})

test('what was exported is imported as the same', () => {
  const chain = [identity('base', { command: 'helper' }), role('hub', 'base')]
  const config = readProfiles({ text: exportProfiles(chain).text, file: 'config', kind: 'config' })
  const profiles = config.ok ? mergedProfiles(config.value, new Map()) : new Map()
  const back = importedIdentities({ profiles, userName: 'ana' }).identities
  expect(chain.map(({ source }) => source)).toMatchObject(back.map(({ source }) => source))
})

test('a command for the shell takes its shell along', () =>
  expect(exportProfiles([identity('a', { command: "echo 'x' | y", shell: true })]).text).toContain(
    String.raw`credential_process = sh -c 'echo '\''x'\'' | y'`,
  ))

test.each([
  ['aws/credentials', /every Atmos refuses/],
  ['aws/credential-process', /before October 2026 refuses/],
])('a note says what Atmos makes of the kind %s', (kind, expected) =>
  expect(exportProfiles([identity('a', {}, { kind })]).notes.join()).toMatch(expected),
)

test.each([
  ['aws/credentials', '1.187.0', /^a: Atmos 1\.187\.0 is installed here and refuses .* aws\/credentials; the newest/],
  ['aws/credential-process', '1.187.0', /^a: Atmos 1\.187\.0 is installed here and refuses .*process\. Write/],
  ['aws/credential-process', '1.299.0', /^a: Atmos 1\.299\.0 is installed here and .* if it is from before October/],
])('of the kind %s and an installed Atmos %s the note is exact', (kind, atmos, expected) =>
  expect(exportProfiles([identity('a', {}, { kind })], atmos).notes.join()).toMatch(expected),
)

test('a command that the file would cut off is told', () =>
  expect(exportProfiles([identity('a', { command: 'x #y' }, { origin: 'aws-config' })]).notes.join()).toMatch(/cut/))
