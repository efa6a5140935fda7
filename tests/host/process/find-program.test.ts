import { expect, test } from 'vitest'
import { type ProgramPlace, programCandidates, searchedFolders } from '#host/process/find-program'

const posix = (PATH: string | undefined): ProgramPlace => ({ platform: 'linux', env: { PATH }, folder: '/home/jane' })
const windows = (env: Record<string, string>): ProgramPlace => ({ platform: 'win32', env, folder: 'C:\\Users\\jane' })

test('a bare name is looked for in the absolute folders of PATH, in order and once', () => {
  expect(programCandidates('helper', posix('/b::/a:relative:.:/b'))).toEqual(['/b/helper', '/a/helper'])
})

test('without a PATH the folders of the system are searched', () => {
  expect(searchedFolders(posix(undefined))).toEqual(['/usr/local/bin', '/usr/bin', '/bin'])
})

test.each([
  ['/opt/x/helper', ['/opt/x/helper']],
  ['./helper', ['/home/jane/helper']],
  ['bin/helper', ['/home/jane/bin/helper']],
  ['back\\slash', ['/b/back\\slash']],
  ['', []],
])('on POSIX %j means %j', (program, files) => {
  expect(programCandidates(program, posix('/b'))).toEqual(files)
})

test.each([
  ['helper', ['C:\\a\\helper.com', 'C:\\a\\helper.exe', 'C:\\a\\helper.bat', 'C:\\a\\helper.cmd']],
  ['helper.EXE', ['C:\\a\\helper.EXE']],
  ['aws-sso.v2', ['C:\\a\\aws-sso.v2.com', 'C:\\a\\aws-sso.v2.exe', 'C:\\a\\aws-sso.v2.bat', 'C:\\a\\aws-sso.v2.cmd']],
  ['D:\\tools\\x.cmd', ['D:\\tools\\x.cmd']],
  ['tools/x.cmd', ['C:\\Users\\jane\\tools\\x.cmd']],
])('on Windows %j means %j', (program, files) => {
  expect(programCandidates(program, windows({ Path: 'C:\\a;relative;;"C:\\a"' }))).toEqual(files)
})

test('PATHEXT is taken however it is spelled', () => {
  expect(programCandidates('x', windows({ path: 'C:\\a', PathExt: '.EXE;.PS1' }))).toEqual([
    'C:\\a\\x.exe',
    'C:\\a\\x.ps1',
  ])
})
