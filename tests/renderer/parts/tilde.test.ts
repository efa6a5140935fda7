import { expect, test } from 'vitest'
import { withTilde } from '../../../renderer/parts/tilde.ts'

test.each([
  ['/home/ana/.aws/credentials', '~/.aws/credentials'],
  ['/home/ana', '~'],
  ['"/home/ana/bin/helper" --state /home/ana/state', '"~/bin/helper" --state ~/state'],
  ['/home/ana/a.yaml cannot be read; it lies in /home/ana.', '~/a.yaml cannot be read; it lies in ~.'],
])('%s is shown as %s', (text, shown) => {
  expect(withTilde(text, '/home/ana')).toBe(shown)
})

test.each(['/home/ana2/x', '/home/ana-old/x', '/mnt/home/ana/x', '/home/ana.bak/x', '/etc/credtray.yaml'])(
  'the home of somebody else stays: %s',
  (text) => {
    expect(withTilde(text, '/home/ana')).toBe(text)
  },
)

test('a home on Windows is one too', () => {
  expect(withTilde('C:\\Users\\Ana\\.aws\\credentials', 'C:\\Users\\Ana')).toBe('~\\.aws\\credentials')
})

test.each(['', '/', 'C:\\'])('a home that is no folder of its own (%j) changes nothing', (home) => {
  expect(withTilde('/a/b C:\\c', home)).toBe('/a/b C:\\c')
})
