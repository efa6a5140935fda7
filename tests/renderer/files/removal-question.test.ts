import { expect, test } from 'vitest'
import { removalQuestion } from '../../../renderer/files/removal-question.ts'

const first = (profiles: readonly string[]) => removalQuestion(profiles, '/x').split('. ')[0]

test('profiles are named, and counted from the sixth on', () => {
  expect([first(['a']), first(['a', 'b']), first(['a', 'b', 'c', 'd', 'e', 'f', 'g'])]).toEqual([
    'a loses its keys in /x and is deactivated',
    'a, b lose their keys in /x and are deactivated',
    'a, b, c, d, e and 2 more lose their keys in /x and are deactivated',
  ])
})

test('where nothing is active, it says so', () => {
  expect(first([])).toBe('No identity is active')
})
