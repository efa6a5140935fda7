import { isDeepStrictEqual } from 'node:util'
import { commandFor, type PlainCommand } from '../../../renderer/keys.ts'
import type { Asked } from '../window/fake-bridge.ts'
import { CHAPTERS } from './all-walks.ts'
import { asks, type Walk } from './walk.ts'

export const ALL_WALKS: readonly Walk[] = Object.values(CHAPTERS).flat()

const NAMES: readonly string[] = [
  ...new Set(
    ALL_WALKS.flatMap(({ state: { snapshot } }) => [
      ...snapshot.identities.flatMap(({ name, profile }): readonly string[] => [name, profile]),
      ...snapshot.settings.sets.map(({ name }) => name),
    ]),
  ),
].toSorted((a, b) => b.length - a.length)

/** The same button of another identity, set, file or number is the same button. */
export const kindOf = (name: string): string =>
  NAMES.reduce((text, one) => text.replaceAll(one, '…'), name)
    .replaceAll(/~\S+/gu, '…')
    .replaceAll(/\d+/gu, '#')

/** What there is of a request besides its name: each of these is another thing to a person. */
export const VARIANTS: readonly Asked[] = [
  asks('app/set-paused', true),
  asks('app/set-paused', false),
  asks('config/open', null),
  asks('config/open', { line: 24 }),
  asks('session/refresh', { mfaCode: null }),
  asks('session/refresh', { mfaCode: '123456' }),
  asks('session/copy-exports', { withKeys: false }),
  asks('session/copy-exports', { withKeys: true }),
  asks('session/copy-exports', { format: 'fish' }),
  asks('session/open-console', { destination: null }),
  asks('session/open-console', { destination: 'rds' }),
  asks('app/diagnose', { names: false }),
  asks('app/diagnose', { names: true, copy: true }),
]

/** Whether one of these walks ends in such a request. */
export const isWalked = (walks: readonly Walk[], { channel, input }: Asked): boolean =>
  walks.some((walk) => walk.asks.some((asked) => asked.channel === channel && holds(asked.input, input)))

function holds(whole: unknown, part: unknown): boolean {
  if (typeof whole !== 'object' || whole === null || typeof part !== 'object' || part === null)
    return isDeepStrictEqual(whole, part)
  const fields = new Map<string, unknown>(Object.entries(whole))
  return Object.entries(part).every(([key, value]) => isDeepStrictEqual(fields.get(key), value))
}

/** All of them: another one does not compile before it stands here, and fails until a walk presses its key. */
export const PLAIN_COMMANDS: Readonly<Record<PlainCommand, true>> = {
  toggle: true,
  refresh: true,
  copy: true,
  open: true,
  close: true,
  space: true,
  favourite: true,
  mark: true,
  'mark-all': true,
  group: true,
  sets: true,
  filter: true,
  escape: true,
  help: true,
  pause: true,
  timeline: true,
  settings: true,
  lasting: true,
  console: true,
  terminal: true,
  exports: true,
}

/** The commands that the keys of a walk are, as long as the list has them. */
export function commandsOf({ keys = [] }: Walk): readonly string[] {
  const until = keys.indexOf('/') + 1
  return (until === 0 ? keys : keys.slice(0, until)).flatMap((pressed) => {
    const [main, key] = pressed.startsWith('Control+') ? [true, pressed.slice('Control+'.length)] : [false, pressed]
    const command = commandFor({ key, main, alt: false, shift: false, focus: 'list' })
    return command === null ? [] : [command.kind]
  })
}
