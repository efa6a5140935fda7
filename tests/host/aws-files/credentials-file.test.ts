import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { profileName } from '#core/identity/names'
import { createProfileFiles } from '#host/aws-files/credentials-file'
import { awsFolder, exampleSection, exampleSession, neverAborted, writeOrder } from '../../support/files/aws-folder.ts'
import { problemOf } from '../../support/world/problem-of.ts'

const FOREIGN = '# mine\r\n[default]\r\naws_access_key_id=AKIAIOSFODNN7EXAMPLE # old\r\n\xe9\r\n'

describe('what is written', () => {
  test('a new profile has exactly the five keys', async () => {
    await using aws = await awsFolder()
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(await aws.text()).toBe(exampleSection('staging'))
  })

  test('a session without a token and without an end leaves no old ones behind', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    await files.write(writeOrder('staging'), neverAborted())
    const credentials = exampleSession(1, { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', sessionToken: null, expiresAt: null })
    await files.write({ ...writeOrder('staging'), credentials }, neverAborted())
    expect(await aws.text()).toBe(
      '[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1\nmanager = credtray\n',
    )
  })

  test('a left-over aws_security_token goes', async () => {
    await using aws = await awsFolder()
    await aws.write(`${exampleSection('staging')}aws_security_token = stale\n`)
    await createProfileFiles(aws).write(writeOrder('staging', 1), neverAborted())
    expect(await aws.text()).toBe(exampleSection('staging', 1))
  })

  test('no foreign byte changes', async () => {
    await using aws = await awsFolder()
    await writeFile(aws.credentialsFile, Buffer.from(FOREIGN, 'latin1'))
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    const added = `\r\n${exampleSection('staging').replaceAll('\n', '\r\n')}`
    expect((await readFile(aws.credentialsFile)).toString('latin1')).toBe(FOREIGN + added)
  })

  test('what was written is read back, with the fingerprint that the write returned', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    const { fingerprint } = await files.write(writeOrder('staging'), neverAborted())
    const read = await files.read(profileName('staging'))
    expect({ ...read, secret: read?.credentials.secretAccessKey.reveal() }).toMatchObject({
      fingerprint,
      credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPL0', expiresAt: Date.UTC(2026, 10, 22, 21, 5, 11) },
      secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY0',
    })
  })

  test('a section that we did not write is refused, and its bytes stay', async () => {
    await using aws = await awsFolder()
    await aws.write('[staging]\nregion = eu-west-1\n')
    const files = createProfileFiles(aws)
    const problem = await problemOf(files.write(writeOrder('staging'), neverAborted()))
    expect([problem.code, await aws.text(), await files.read(profileName('staging'))]).toEqual([
      'file/not-ours',
      '[staging]\nregion = eu-west-1\n',
      null,
    ])
  })

  test('a section with nothing but a comment is free to use', async () => {
    await using aws = await awsFolder()
    await aws.write('[staging]\n# for the new account\n')
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(await aws.text()).toBe(`${exampleSection('staging')}# for the new account\n`)
  })

  test('long-lived keys that a person put into our section are not lost', async () => {
    await using aws = await awsFolder()
    const pasted =
      '[staging]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = mine\nmanager = credtray\n'
    await aws.write(pasted)
    const order = { ...writeOrder('staging'), lastFingerprint: '0123456789abcdef' }
    const problem = await problemOf(createProfileFiles(aws).write(order, neverAborted()))
    expect([problem.code, await aws.text()]).toEqual(['file/long-lived-keys-present', pasted])
  })

  test('a value with a line break is refused without being named', async () => {
    await using aws = await awsFolder()
    const credentials = exampleSession(0, { accessKeyId: 'ASIA\n[admin]' })
    const order = { ...writeOrder('staging'), credentials }
    const problem = await problemOf(createProfileFiles(aws).write(order, neverAborted()))
    expect([problem.code, JSON.stringify(problem).includes('admin'), await aws.names()]).toEqual([
      'file/invalid-value',
      false,
      [],
    ])
  })
})

describe('taking a profile out', () => {
  test('the section goes with the blank line that came with it', async () => {
    await using aws = await awsFolder()
    await aws.write('[default]\nregion = eu-west-1\n')
    const files = createProfileFiles(aws)
    await files.write(writeOrder('staging'), neverAborted())
    await files.remove(profileName('staging'), neverAborted())
    expect(await aws.text()).toBe('[default]\nregion = eu-west-1\n')
  })

  test('keys of the person in our section stay', async () => {
    await using aws = await awsFolder()
    await aws.write(`${exampleSection('staging')}output = json\n`)
    await createProfileFiles(aws).remove(profileName('staging'), neverAborted())
    expect(await aws.text()).toBe('[staging]\noutput = json\n')
  })

  test('a section that is not ours is left alone, and so is a missing file', async () => {
    await using aws = await awsFolder()
    const files = createProfileFiles(aws)
    await files.remove(profileName('staging'), neverAborted())
    await aws.write('[staging]\naws_access_key_id = ASIAX\n')
    await files.remove(profileName('staging'), neverAborted())
    expect(await aws.text()).toBe('[staging]\naws_access_key_id = ASIAX\n')
  })
})

describe('the region', () => {
  test.each([
    ['a named profile gets a prefixed section', 'staging', '', '[profile staging]\nregion = eu-west-1\n'],
    ['default has no prefix', 'default', '', '[default]\nregion = eu-west-1\n'],
    [
      'the region of the person wins',
      'staging',
      '[profile "staging"]\nregion = us-east-1\n',
      '[profile "staging"]\nregion = us-east-1\n',
    ],
    [
      'a section without a region gets one',
      'staging',
      '[profile staging]\noutput=json\n',
      '[profile staging]\noutput=json\nregion=eu-west-1\n',
    ],
  ])('%s', async (_name, profile, before, after) => {
    await using aws = await awsFolder()
    await writeFile(aws.configFile, before)
    await createProfileFiles(aws).write(writeOrder(profile, 0, 'eu-west-1'), neverAborted())
    expect(await readFile(aws.configFile, 'utf8')).toBe(after)
  })

  test('no region, no config file', async () => {
    await using aws = await awsFolder()
    await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(await aws.names()).toEqual(['credentials'])
  })

  test('a config file that cannot be written does not keep fresh keys away', async () => {
    await using aws = await awsFolder()
    await writeFile(aws.configFile, '[default]\n', { mode: 0o444 })
    const written = await createProfileFiles(aws).write(writeOrder('staging', 0, 'eu-west-1'), neverAborted())
    expect([written.warnings?.map(({ code }) => code), await aws.text()]).toEqual([
      ['REGION_NOT_WRITTEN'],
      exampleSection('staging'),
    ])
  })
})

describe('what the person is told', () => {
  test.each([
    ['role_arn', '[profile staging]\nrole_arn = a\nsource_profile = b\n', ['SHADOWED']],
    ['sso_session', '[profile staging]\nsso_session = a\n', ['SHADOWED']],
    ['a role alone', '[profile staging]\nrole_arn = a\n', []],
    ['a credential_process', '[profile staging]\ncredential_process = a\n', []],
  ])('%s in the config file', async (_name, config, codes) => {
    await using aws = await awsFolder()
    await writeFile(aws.configFile, config)
    const { warnings } = await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(warnings?.map(({ code }) => code)).toEqual(codes)
  })

  test('a file that the AWS CLI cannot read is named with the line', async () => {
    await using aws = await awsFolder()
    await aws.write('[a]\nx = 1\n[a]\ny = 2\n')
    const { warnings } = await createProfileFiles(aws).write(writeOrder('staging'), neverAborted())
    expect(warnings?.map(({ message }) => message).join()).toContain(`${aws.credentialsFile}:3`)
  })
})
