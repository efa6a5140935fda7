import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitCommand } from '#core/credentials/command-line'
import { isBatchFile, startBatchFile, throughCmd } from '#host/process/windows-command'

const ENV = { comspec: 'C:\\Windows\\System32\\cmd.exe' }

test('a batch file runs through cmd.exe with every word quoted', () => {
  expect(
    startBatchFile('C:\\My Tools\\credentials.cmd', ['plain', 'with space', 'C:\\dir\\', 'a&b|c>d^e'], ENV),
  ).toEqual({
    file: 'C:\\Windows\\System32\\cmd.exe',
    args: [
      '/d',
      '/v:off',
      '/s',
      '/c',
      '""C:\\My Tools\\credentials.cmd" "plain" "with space" "C:\\dir\\\\" "a&b|c>d^e""',
    ],
  })
})

test.each(['%USERPROFILE%', 'a"b', 'a!b', 'a\nb', 'a\rb'])(
  'a batch file is not given %j: no quoting is safe',
  (word) => {
    expect([startBatchFile('x.cmd', [word], ENV), startBatchFile(`${word}.cmd`, [], ENV)]).toEqual([null, null])
  },
)

test('what is given to a batch file reads back as the same words', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '\\', '&', '^', "'", '(', ',', ';', '=') }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(words, (list) => {
      const line = startBatchFile('x.cmd', list, ENV)?.args.at(-1) ?? ''
      expect(splitCommand(line.slice(1, -1), 'win32')).toEqual({ ok: true, value: ['x.cmd', ...list] })
    }),
  )
})

test('without ComSpec the cmd.exe of the system is used', () => {
  expect(throughCmd('a | b', { SYSTEMROOT: 'D:\\Win' })).toEqual({
    file: 'D:\\Win\\System32\\cmd.exe',
    args: ['/d', '/v:off', '/s', '/c', '"a | b"'],
  })
})

test('batch files are told by their ending', () => {
  expect(['a.CMD', 'a.bat', 'a.exe', 'cmd', 'a.cmd.exe'].map(isBatchFile)).toEqual([true, true, false, false, false])
})
