import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editorLines } from '#core/command/editor-line'

const place = { file: '/home/ana/my project/atmos.yaml', line: 24, column: 19 }
const nobody = { setting: null, visual: undefined, editor: undefined }

const chosen = (setting: string) => editorLines({ ...nobody, setting }, place, 'posix')

describe('what the person set', () => {
  test.each([
    ['code -g {file}:{line}:{column}', ['code', '-g', '/home/ana/my project/atmos.yaml:24:19']],
    ['/opt/code/bin/code --new-window', ['/opt/code/bin/code', '--new-window', '-g', `${place.file}:24:19`]],
    ['kate', ['kate', '-l', '24', '-c', '19', place.file]],
    ['my-editor', ['my-editor', place.file]],
    ['"/opt/my editor" --at {line} {file}', ['/opt/my editor', '--at', '24', place.file]],
  ])('%s', (setting, words) => {
    expect(chosen(setting)).toEqual([words])
  })

  test('is not guessed at where a quote is left open', () => {
    expect(chosen('"code -g')).toBeNull()
  })
})

describe('where nothing is set', () => {
  const programs = (visual?: string, editor?: string) =>
    editorLines({ setting: null, visual, editor }, place, 'posix')?.map(([program]) => program)

  test('$VISUAL comes first, then $EDITOR, then what is common', () => {
    expect(programs('subl -w', 'codium --wait')?.slice(0, 3)).toEqual(['subl', 'codium', 'code'])
  })

  test('an editor of the terminal is passed over: nobody would see it', () => {
    expect(programs('vim', 'nano')?.[0]).toBe('code')
  })
})

test('whatever a file is called, it stays one word and is read once', () => {
  fc.assert(
    fc.property(fc.string(), (file) => {
      const [words] =
        editorLines({ ...nobody, setting: 'e {file} {line}' }, { file, line: 7, column: 1 }, 'posix') ?? []
      expect(words).toEqual(['e', file, '7'])
    }),
  )
})

test('on Windows the rules of its command lines hold', () => {
  const windows = { file: 'C:\\Users\\ana\\atmos.yaml', line: 2, column: 3 }
  expect(
    editorLines({ ...nobody, setting: '"C:\\Program Files\\Notepad++\\notepad++.exe"' }, windows, 'win32'),
  ).toEqual([['C:\\Program Files\\Notepad++\\notepad++.exe', '-n2', '-c3', windows.file]])
})
