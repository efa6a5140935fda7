import { expect, test } from 'vitest'
import { shellWord } from '#core/base/shell-word'

test.each([
  ['/home/ana/project/atmos.yaml', '/home/ana/project/atmos.yaml'],
  ['/home/ana/my project/atmos.yaml', "'/home/ana/my project/atmos.yaml'"],
  ["/home/ana/it's/$HOME.yaml", String.raw`'/home/ana/it'\''s/$HOME.yaml'`],
])('%s is pasted as %s', (path, word) => {
  expect(shellWord(path)).toBe(word)
})
