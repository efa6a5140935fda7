import { expect, test } from 'vitest'
import { writtenLines } from '#core/profile-file/written-lines'

const ASKED = { profile: 'staging', credentialsFile: '/c', configFile: '/f' }
const KEYS = `aws_access_key_id = ASIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
aws_session_token = canary-token
`
const OURS = `; a comment
[other]
region = x

[staging]
${KEYS}x_security_token_expires = 2026-11-22T21:05:11Z
manager = credtray

[more]
`

test('our section is shown line by line as it stands in the file, its secrets masked', () => {
  const shown = writtenLines(
    { credentials: OURS, config: '[profile staging]\noutput = json\nregion = eu-west-1\n' },
    ASKED,
  )
  expect(shown).toEqual({
    file: '/c',
    owner: 'us',
    lines: [
      { number: 5, text: '[staging]' },
      { number: 6, text: 'aws_access_key_id = ASIA…MPLE' },
      { number: 7, text: 'aws_secret_access_key = …' },
      { number: 8, text: 'aws_session_token = …' },
      { number: 9, text: 'x_security_token_expires = 2026-11-22T21:05:11Z' },
      { number: 10, text: 'manager = credtray' },
    ],
    region: { number: 3, text: 'region = eu-west-1', file: '/f' },
  })
})

test('a section of somebody else is called that, and shows no value either', () => {
  const shown = writtenLines({ credentials: `[staging]\n${KEYS}`, config: null }, ASKED)
  expect([shown.owner, shown.region, JSON.stringify(shown)]).toEqual([
    'someone-else',
    null,
    expect.not.stringMatching(/canary|wJalr|OSFODNN/),
  ])
})

test('no file and no section are nobody’s', () => {
  for (const credentials of [null, '', '[other]\nregion = x\n'])
    expect(writtenLines({ credentials, config: null }, ASKED)).toMatchObject({ owner: 'nobody', lines: [] })
})
