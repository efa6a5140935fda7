import { expect, test } from 'vitest'
import { thisProgram } from '../../electron/commands/answers/this-program.ts'

const node = { execPath: '/usr/bin/node', versions: { node: '20' } }
const packed = { execPath: '/opt/Credtray/credtray', versions: { electron: '33' } }
const cli = '/opt/Credtray/resources/app.asar/dist/main/cli.js'

test.each([
  [
    'Node with the bundle',
    { ...node, argv: ['/usr/bin/node', 'dist/main/cli.js', 'status'] },
    { executable: '/usr/bin/node', before: ['dist/main/cli.js'], env: {} },
  ],
  [
    'the packed program run as Node',
    { ...packed, argv: [packed.execPath, cli, 'status'] },
    { executable: packed.execPath, before: [cli], env: { ELECTRON_RUN_AS_NODE: '1' } },
  ],
  [
    'the packed program itself',
    { ...packed, type: 'browser', argv: [packed.execPath, 'status'] },
    { executable: packed.execPath, before: [], env: {} },
  ],
  [
    'Electron with a checkout',
    { ...packed, type: 'browser', defaultApp: true, argv: [packed.execPath, '--no-sandbox', '.', 'status'] },
    { executable: packed.execPath, before: ['--no-sandbox', '.'], env: {} },
  ],
])('%s starts itself again', (_kind, running, expected) => {
  expect(thisProgram(running)).toEqual(expected)
})
