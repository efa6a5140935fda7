import { describe, expect, test } from 'vitest'
import { failedRow, identityRow, problemLine, table, validation } from '#core/command/report'
import { inMinutes, liveFor, NOW, problem, profileName, snapshot, view } from '../../support/states/builders.ts'

const where = { file: '/home/ana/project/atmos.yaml', line: 12, column: 5 }

describe('a problem in one line', () => {
  test('starts with its place, in the form that editors jump to', () => {
    expect(problemLine(problem({ where }))).toBe(
      '/home/ana/project/atmos.yaml:12:5: process/not-found: aws-sso was not found. (Use an absolute path in line 12, or fix PATH.)\n',
    )
  })

  test('without a place starts with its code', () => {
    const lines = [problemLine(problem()), problemLine({ ...problem(), where: null })]
    expect(lines.map((line) => line.split(':')[0])).toEqual(['process/not-found', 'process/not-found'])
  })
})

test('validation tells problems first and notes after them', () => {
  const found = snapshot([], {
    configProblems: [problem({ where })],
    configNotes: [problem({ code: 'config/not-read' })],
  })
  expect(validation(found).match(/process\/not-found|config\/not-read/g)).toEqual([
    'process/not-found',
    'config/not-read',
  ])
})

test('a row for programs has times in UTC, and every member of its problem', () => {
  const of = view('staging', { state: liveFor(40), nextRefreshAt: inMinutes(25) })
  const failed = view('staging', {
    state: { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null },
  })
  expect([identityRow(of), identityRow(failed).problem]).toMatchObject([
    {
      active: true,
      state: 'live',
      expiresAt: '2026-11-22T20:40:00Z',
      nextRefreshAt: '2026-11-22T20:25:00Z',
      problem: null,
    },
    { code: 'process/not-found', where: null },
  ])
})

test('the row of a failed renewal keeps the place', () => {
  expect(failedRow('staging', null, problem({ where })).problem?.where).toEqual(where)
})

test('the table is aligned, and has no blanks at the ends of its lines', () => {
  const views = [view('a'), view('a-long-name', { profile: profileName('p'), state: liveFor(40) })]
  expect(table(views, NOW)).toBe(
    'a            [a]  aws/credentials  inactive\na-long-name  [p]  aws/credentials  live, 40 min\n',
  )
})
