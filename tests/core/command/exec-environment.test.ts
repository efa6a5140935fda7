import { expect, test } from 'vitest'
import { type ExecSetting, execEnvironment, outsideExec } from '#core/command/exec-environment'

const setting = (changes: Partial<ExecSetting> = {}): ExecSetting => ({
  identity: 'staging',
  uri: 'http://127.0.0.1:4711/abc',
  tokenFile: '/data/endpoint/abc.token',
  region: 'eu-west-1',
  files: {},
  platform: 'linux',
  ...changes,
})

test('the command is pointed at the endpoint, knows where it is, and keeps the rest', () => {
  expect(execEnvironment({ PATH: '/bin', HOME: '/home/me', GONE: undefined }, setting())).toEqual({
    PATH: '/bin',
    HOME: '/home/me',
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:4711/abc',
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/data/endpoint/abc.token',
    CREDTRAY_IDENTITY: 'staging',
  })
})

test.each([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
])('%s would win, so it is taken away', (name) => {
  expect(Object.keys(execEnvironment({ [name]: 'x' }, setting()))).not.toContain(name)
})

test('what wins by no SDK stays', () => {
  const own = { AWS_CA_BUNDLE: '/ca.pem', AWS_MAX_ATTEMPTS: '5', AWS_ENDPOINT_URL_STS: 'http://sts' }
  expect(execEnvironment(own, setting())).toMatchObject(own)
})

test.each(['AWS_REGION', 'AWS_DEFAULT_REGION'])('the region of the person in %s counts', (name) => {
  const { AWS_REGION, AWS_DEFAULT_REGION } = execEnvironment({ [name]: 'us-east-1' }, setting())
  expect([AWS_REGION, AWS_DEFAULT_REGION].filter((region) => region !== undefined)).toEqual(['us-east-1'])
})

test('an identity without a region sets none', () => {
  expect(Object.keys(execEnvironment({}, setting({ region: null })))).not.toContain('AWS_REGION')
})

test('stand-ins for the shared files replace those of the person', () => {
  const files = { AWS_CONFIG_FILE: '/data/endpoint/config' }
  expect(execEnvironment({ AWS_CONFIG_FILE: '/home/me/config' }, setting({ files }))).toMatchObject(files)
})

test('Windows writes names as it likes', () => {
  const names = Object.keys(execEnvironment({ Aws_Profile: 'x', Path: 'C:\\' }, setting({ platform: 'win32' })))
  expect([names.includes('Aws_Profile'), names.includes('Path')]).toEqual([false, true])
})

test('what stands on its own feet is led to no endpoint of the command around it', () => {
  const inside = execEnvironment({ PATH: '/bin' }, setting({ region: null }))
  const outside = Object.entries(outsideExec(inside)).filter(([, value]) => value !== undefined)
  expect(Object.fromEntries(outside)).toEqual({ PATH: '/bin' })
})

test("a container's own endpoint is left to what starts there without exec", () => {
  const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.23/v1/credentials' }
  expect(outsideExec(container)).toEqual(container)
})
