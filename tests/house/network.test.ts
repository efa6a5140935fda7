import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { filesUnder } from '../support/house/files-under.ts'
import { networkDoors } from '../support/house/network-doors.ts'

/**
 * Every source that could reach a network, by which doors, and why each is in order. `asks`: questions leave here, and each is
 * noted for the list that people see (settings, Network). A new line needs a reason, and `asks` one in docs/security.md.
 */
const DOORS: Readonly<Record<string, { readonly doors: readonly string[]; readonly why: string }>> = {
  'electron/app/electron-release-feed.ts': {
    doors: ['electron-updater CancellationToken', 'electron-updater autoUpdater'],
    why: 'asks',
  },
  'electron/app/openings.ts': {
    doors: ['electron net', 'electron session', 'openExternal'],
    why: 'asks',
  },
  'electron/host/serving/app-socket.ts': {
    doors: ['node:net connect', 'node:net createServer'],
    why: 'a socket with a path, on this computer',
  },
  'electron/host/opening/console-sign-in.ts': { doors: ['fetch'], why: 'asks' },
  'electron/host/serving/credentials-endpoint.ts': { doors: ['node:http createServer'], why: 'listens on 127.0.0.1' },
  'electron/host/demo/sts-double.ts': { doors: ['node:http createServer'], why: 'listens on 127.0.0.1' },
  'electron/host/doctor-facts.ts': { doors: ['node:http (whole)', 'node:https (whole)'], why: 'asks' },
  'electron/host/sts/extra-certificates.ts': { doors: ['node:tls rootCertificates'], why: 'reads what Node ships' },
  'electron/host/sts/network.ts': { doors: ['node:dns/promises lookup', 'node:net isIP'], why: 'asks' },
  'electron/host/opening/one-time-page.ts': { doors: ['node:http createServer'], why: 'listens on 127.0.0.1' },
  'electron/host/opening/open-page.ts': { doors: ['openExternal'], why: 'a page of ours on 127.0.0.1, by the browser' },
  'electron/host/sts/sts-client.ts': {
    doors: ['@aws-sdk/client-sts STSClient'],
    why: 'made here, asked in sts-ask.ts',
  },
  'electron/host/sts/sts-questions.ts': {
    doors: ['AssumeRoleCommand', 'GetCallerIdentityCommand', 'GetSessionTokenCommand'].map(
      (name) => `@aws-sdk/client-sts ${name}`,
    ),
    why: 'words for a client that it is given',
  },
  'electron/shell/browser-window.ts': { doors: ['loadURL'], why: 'our own scheme, from this package' },
  'electron/shell/hardening.ts': { doors: ['electron session'], why: 'takes powers away from sessions' },
}

const sources = filesUnder(['electron', 'renderer']).filter((file) => /\.tsx?$/.test(file))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

test('nothing reaches a network but by the doors that are listed here', () => {
  const found = sources.map((file) => [file, networkDoors(read(file))] as const).filter(([, doors]) => doors.length > 0)
  const listed = Object.entries(DOORS).map(([file, { doors }]) => [file, doors] as const)
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed))
})

test('where questions leave they are noted, and the page for reviewers names the file or who calls it', () => {
  const asking = Object.entries(DOORS).flatMap(([file, { why }]) => (why === 'asks' ? [file] : []))
  const unnoted = asking.filter((file) => !/\bcontacts\.during\(|\bnoteSession\(|\bcontacts,/.test(read(file)))
  expect([asking.length > 0, unnoted]).toEqual([true, []])
})

test('a client of STS is made in one place, and asks nothing before its tries are noted', () => {
  const users = sources.filter((file) => /\bopenClient\(/.test(read(file)) && !file.endsWith('sts-client.ts'))
  const [user = ''] = users
  expect([users, /openClient\([^]*noteTries\(client[^]*question\.send\(client/.test(read(user))]).toEqual([
    ['electron/host/sts/sts-ask.ts'],
    true,
  ])
})

test.each([
  ["import { request } from 'node:https'", ['node:https request']],
  ["import https from 'https'", ['https (whole)']],
  ["import * as net from 'node:net'", ['node:net (whole)']],
  ["import tls, { type TLSSocket } from 'node:tls'", ['node:tls (whole)']],
  ["import 'undici'", ['undici (whole)']],
  ["import {\n  connect as dial,\n} from 'node:net'", ['node:net connect']],
  ["const { request } = await import('node:http2')", ['node:http2 (whole)']],
  ["import { S3Client } from '@aws-sdk/client-s3'", ['@aws-sdk/client-s3 S3Client']],
  ["import { app, net } from 'electron'", ['electron net']],
  ["import electron from 'electron'", ['electron (whole)']],
  ["await fetch('https://example.com')", ['fetch']],
  ["await globalThis.fetch('https://example.com')", ['fetch']],
  ["new WebSocket('wss://example.com')", ['WebSocket']],
  ["navigator.sendBeacon('/seen')", ['sendBeacon']],
  ["process.getBuiltinModule('node:net')", ['getBuiltinModule']],
  ["import { createRequire } from 'node:module'", ['createRequire']],
])('the look for doors sees %j', (source, doors) => {
  expect(networkDoors(source)).toEqual(doors)
})

test.each([
  "import type { IncomingMessage } from 'node:http'",
  "import { type Server } from 'node:http'",
  "import { app, BrowserWindow } from 'electron'",
  "import { readFile } from 'node:fs/promises'",
  '/** Not `fetch(url)`: it keeps the connection. */',
  'const prefetch = () => refetch()',
])('and nothing where there is none: %j', (source) => {
  expect(networkDoors(source)).toEqual([])
})
