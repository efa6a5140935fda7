import type { Where } from '../where.ts'
import { type Candidate, offerAfter } from './line/candidates.ts'
import { command, type Doors } from './line/command.ts'
import { snapshotOf } from './answers/snapshot-of.ts'

/** What the scripts of `completion` ask: one candidate a line, a tab and what it is for behind it; `:files` for files. */
export const completeCommand = command({
  name: 'complete',
  group: 'inside',
  summary: 'what a shell may offer',
  details: ['credtray complete -- WORD… :TYPED, where TYPED is the word under the cursor as far as it goes.'],
  words: {
    usage: '-- WORD… :TYPED',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    are: 'the words so far',
    completes: 'nothing',
  },
  switches: [],
  parse: ({ where, words }): CompleteOrder => ({
    where,
    words: words.slice(0, -1),
    typed: words.at(-1)?.slice(1) ?? '',
  }),
  run: complete,
})

interface CompleteOrder {
  readonly where: Where
  readonly words: readonly string[]
  readonly typed: string
}

async function complete({ where, words, typed }: CompleteOrder, doors: Doors): Promise<0> {
  const offer = offerAfter(words, typed, doors.commands)
  if (offer.kind === 'files') doors.out(':files\n')
  else if (offer.kind === 'words') doors.out(lines(offer.candidates))
  else {
    const names = (await identities(where, doors)).filter(({ text }) => text.startsWith(typed))
    doors.out(lines(names.filter(({ text }) => !offer.besides.includes(text))))
  }
  return 0
}

async function identities(where: Where, doors: Doors): Promise<readonly Candidate[]> {
  const snapshot = await snapshotOf(where, doors)
  return snapshot.identities
    .filter(({ state }) => state.kind !== 'not-handled')
    .map(({ name, sourceLabel }) => ({ text: name, about: sourceLabel }))
}

/** A name with a control character in it could not be typed either. */
const lines = (candidates: readonly Candidate[]): string =>
  candidates
    .flatMap(({ text, about }) => (/\p{Cc}/u.test(text) ? [] : [`${text}\t${about.replaceAll(/\p{Cc}/gu, ' ')}\n`]))
    .join('')
