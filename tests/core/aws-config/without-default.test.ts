import { describe, expect, test } from 'vitest'
import { withoutDefault } from '#core/aws-config/without-default'

describe('a shared file without what leads to keys in [default]', () => {
  test('keeps the rest of it, and every other profile', () => {
    const text = `# mine
[default]
region = eu-west-1
role_arn = arn:aws:iam::111111111111:role/Admin
source_profile = base
s3 =
  max_concurrent_requests = 20
output = json

[profile base]
role_arn = arn:aws:iam::222222222222:role/Base
`
    expect(withoutDefault(text)).toEqual({
      text: `# mine
[default]
region = eu-west-1
s3 =
  max_concurrent_requests = 20
output = json

[profile base]
role_arn = arn:aws:iam::222222222222:role/Base
`,
      left: ['role_arn', 'source_profile'],
    })
  })

  test.each([
    '[default]',
    '[profile default]',
    '[ default ]',
    '["default"]',
    "[profile 'default']",
    '[default] # mine',
  ])('finds it as %s', (header) => {
    expect(withoutDefault(`${header}\ncredential_process = /bin/helper\n`)).toEqual({
      text: `${header}\n`,
      left: ['credential_process'],
    })
  })

  test.each([
    'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
    'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
    '  aws_access_key_id : AKIAIOSFODNN7EXAMPLE',
    'sso_session = corp',
    'sso_start_url = https://example.awsapps.com/start',
    'web_identity_token_file = /token',
    'credential_source = Environment',
    'login_session = arn:aws:iam::111111111111:user/me',
  ])('leaves out %s', (line) => {
    expect(withoutDefault(`[default]\n${line}\n`).text).toBe('[default]\n')
  })

  test('leaves out a value with the lines on which it goes on', () => {
    const text = '[default]\ncredential_process =\n  /bin/helper\n  more\nregion = eu-west-1\n'
    expect(withoutDefault(text).text).toBe('[default]\nregion = eu-west-1\n')
  })

  test('holds no static key of any profile', () => {
    const text =
      '[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLE\nregion = x\n'
    expect(withoutDefault(text)).toEqual({
      text: '[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\nregion = x\n',
      left: [],
    })
  })

  test('is the same file where nothing leads to keys, whatever its line ends', () => {
    const text = '[default]\r\nregion = eu-west-1\r\n\r\n[profile a]\r\nrole_arn = x\r\n'
    expect(withoutDefault(text)).toEqual({ text, left: [] })
  })

  test('is not fooled by another profile that is named alike', () => {
    const text = '[profile default-2]\nrole_arn = x\n[profile mydefault]\nrole_arn = x\n'
    expect(withoutDefault(text).left).toEqual([])
  })
})
