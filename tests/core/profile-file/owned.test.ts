import { describe, expect, test } from 'vitest'
import { readOwned, removeOwned, writeOwned } from '#core/profile-file/owned'

const SESSION = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'token==',
  expires: '2026-11-22T21:05:11Z',
}

const OURS = `[dev]
aws_access_key_id = ASIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
aws_session_token = token==
x_security_token_expires = 2026-11-22T21:05:11Z
manager = credtray
`

describe('whose a section is', () => {
  test.each([
    ['no file', null, 'written'],
    ['no such section', '[b]\nx = 1\n', 'written'],
    ['a section without a key', '[dev]\n\n# free\n', 'written'],
    ['our mark', '[dev]\nmanager = credtray\n', 'written'],
    ['another mark', '[dev]\nmanager = awsume\n', 'file/not-ours'],
    ['keys without a mark', '[dev]\naws_access_key_id = ASIAX\naws_session_token = t\n', 'file/not-ours'],
    ['a single harmless key', '[dev]\noutput = json\n', 'file/not-ours'],
    ['our mark in another section of the name only', '[dev]\nmanager = credtray\n[dev]\nx = 1\n', 'file/not-ours'],
    ['a spaced header with keys', '[ dev ]\nx = 1\n', 'file/not-ours'],
    ['our mark in a comment', '[dev]\n# manager = credtray\nx = 1\n', 'file/not-ours'],
  ])('%s', (_name, text, outcome) => {
    const result = writeOwned(text, { profile: 'dev' }, SESSION)
    expect(result.ok ? 'written' : result.problems[0]?.code).toBe(outcome)
  })

  test.each(['DEFAULT', '__proto__'])('%s is refused even where such a section is empty', (profile) => {
    const result = writeOwned(`[${profile}]\n`, { profile }, SESSION)
    expect(!result.ok && result.problems[0]?.code).toBe('file/invalid-profile-name')
  })

  test.each(['', ' ', '[None]', 'a\nb', 'two words'])(
    'aws-google-auth#32: no section is made for the name %j',
    (profile) => {
      const result = writeOwned('', { profile }, SESSION)
      expect(!result.ok && result.problems[0]?.code).toBe('file/invalid-profile-name')
    },
  )

  test.each(['data.readonly', 'ana@example.com', 'core/audit', 'a+b:c%d'])(
    'leapp#392: a profile named %s is written and read back',
    (profile) => {
      const result = writeOwned('[data]\nregion = eu-west-1\n', { profile }, SESSION)
      expect(result.ok && readOwned(result.value.text, profile)?.accessKeyId).toBe(SESSION.accessKeyId)
      expect(result.ok && result.value.text).toContain('[data]\nregion = eu-west-1\n')
    },
  )

  test('a take-over makes a section ours and keeps its other keys', () => {
    const text = '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = old\nregion = us-east-1\n'
    const taken = writeOwned(text, { profile: 'dev', takeOver: true }, SESSION)
    expect(taken.ok && readOwned(taken.value.text, 'dev')?.accessKeyId).toBe('ASIAIOSFODNN7EXAMPLE')
    expect(taken.ok && taken.value.text).toContain('region = us-east-1\n')
  })
})

describe('long-lived keys in our section', () => {
  const pasted = '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\nmanager = credtray\n'

  test.each([
    ['the mark decides where nobody knows what was written', undefined, 'written'],
    ['they are ours if we wrote them last', 'AKIAIOSFODNN7EXAMPLE', 'written'],
    ['they are a person’s if we wrote others', null, 'file/long-lived-keys-present'],
  ])('%s', (_name, lastAccessKeyId, outcome) => {
    const result = writeOwned(pasted, { profile: 'dev', lastAccessKeyId }, SESSION)
    expect(result.ok ? 'written' : result.problems[0]?.code).toBe(outcome)
    const removed = removeOwned(pasted, { profile: 'dev', lastAccessKeyId })
    expect(removed.ok ? 'written' : removed.problems[0]?.code).toBe(outcome)
  })
})

describe('reading our section', () => {
  test.each([
    ['ours', OURS, 'ASIAIOSFODNN7EXAMPLE'],
    ['no file', null, null],
    ['not ours', OURS.replace('credtray', 'awsume'), null],
    ['a half one', '[dev]\naws_access_key_id = ASIAX\nmanager = credtray\n', null],
    ['an end that is no date', OURS.replace('2026-11-22T21:05:11Z', 'soon'), null],
  ])('%s', (_name, text, accessKeyId) => {
    expect(readOwned(text, 'dev')?.accessKeyId ?? null).toBe(accessKeyId)
  })
})
