import { expect, test } from 'vitest'
import { createRecent } from '#core/tray/recent'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { identityName, inMinutes, liveFor, NOW, snapshot, view } from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'
import { trayModel } from '../../support/states/tray-model.ts'

const named = (...names: readonly string[]) => names.map(identityName)

const orderOf = (shown: Snapshot, recent: readonly string[] = []): readonly string[] =>
  trayModel(shown, NOW, { recent: named(...recent) }).menu.flatMap(({ id }) =>
    id.startsWith('identity/') ? [id.slice('identity/'.length)] : [],
  )

test('active ones stand first, then favourites, then those used last, then the rest as in the file', () => {
  const shown = snapshot([
    view('a'),
    view('b', { isFavourite: true }),
    view('c'),
    view('d', { state: liveFor(30) }),
    view('e'),
    view('f', { state: liveFor(30), isFavourite: true }),
  ])
  expect(orderOf(shown, ['e', 'c'])).toEqual(['f', 'd', 'b', 'e', 'c', 'a'])
})

test('a favourite at the end of a long file is at the top of the menu', () => {
  const views = Array.from({ length: 200 }, (_, nth) => view(`id-${nth}`, { isFavourite: nth === 199 }))
  expect(orderOf(snapshot(views))).toEqual(['id-199', ...Array.from({ length: 11 }, (_, nth) => `id-${nth}`)])
})

test('what is under More goes by name, where one looks it up', () => {
  const views = Array.from({ length: 14 }, (_, nth) => view(`id-${nth}`))
  const more = trayModel(snapshot([...views, view('Zebra'), view('ape')]), NOW).menu.find(({ id }) => id === 'more/0')
  expect(more?.kind === 'submenu' ? more.rows.map(({ id }) => id.slice(9)) : more).toEqual([
    'ape',
    'id-12',
    'id-13',
    'Zebra',
  ])
})

test('used last is what was switched on or off last, by whichever face', () => {
  const was = (...active: readonly string[]): Snapshot =>
    snapshot(
      ['a', 'b', 'c'].map((name): IdentityView => view(name, active.includes(name) ? { state: liveFor(30) } : {})),
    )
  const recent = createRecent(named('c'))
  const history = [was(), was('a'), was('a', 'b'), was('b'), { ...was('b'), takenAt: inMinutes(1) }]
  for (const [at, after] of history.entries()) {
    const before = history[at - 1]
    if (before !== undefined) recent.take(stepBetween(before, after))
  }
  expect([recent.names(), recent.placeOf(identityName('c')), recent.placeOf(identityName('d'))]).toEqual([
    ['a', 'b', 'c'],
    2,
    null,
  ])
})

test('no more are kept than the menu has room for', () => {
  expect(createRecent(named(...Array.from({ length: 40 }, (_, nth) => `id-${nth}`))).names()).toHaveLength(12)
})
