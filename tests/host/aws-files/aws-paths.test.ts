import { join } from 'node:path'
import { expect, test } from 'vitest'
import { awsPaths } from '#host/aws-files/aws-paths'

test.each([
  ['the usual places', {}, join('/home/sam', '.aws', 'credentials'), join('/home/sam', '.aws', 'config')],
  [
    'an empty variable is as good as none',
    { AWS_SHARED_CREDENTIALS_FILE: ' ' },
    join('/home/sam', '.aws', 'credentials'),
    join('/home/sam', '.aws', 'config'),
  ],
  [
    'fs-env-paths: the variables, with a ~ at the start',
    { AWS_SHARED_CREDENTIALS_FILE: '~/keys', AWS_CONFIG_FILE: '/etc/aws' },
    '/home/sam/keys',
    '/etc/aws',
  ],
  ['a ~ elsewhere is a letter', { AWS_SHARED_CREDENTIALS_FILE: '/a/~b' }, '/a/~b', join('/home/sam', '.aws', 'config')],
])('%s', (_name, environment, credentialsFile, configFile) => {
  expect(awsPaths(environment, '/home/sam')).toEqual({ credentialsFile, configFile })
})
