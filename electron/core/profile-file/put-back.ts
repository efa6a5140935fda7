import { fail, ok, type Result } from '../base/result.ts'
import { byteText, checkEncoding, type ByteText } from './bytes.ts'
import type { Edited } from './edit.ts'
import type { SharedFile } from './header.ts'
import type { LedgerEntry } from './ledger.ts'
import { changedSince, invalidProfileName } from './problems.ts'
import { type OpenedProfile, openProfile, sectionText } from './sections.ts'
import { applySplices, eolOf, removal, type Splice } from './splice.ts'
import { gapBefore } from './unset-keys.ts'

export interface PutBack {
  readonly file: SharedFile
  readonly entry: LedgerEntry
  /** The file as it was. `null`: the profile was not in it. */
  readonly backup: ByteText | null
  /** Texts that the file may have been as a whole: where the result is one but for its last line ends, it is that. */
  readonly backups: readonly ByteText[]
  readonly digest: (text: string) => string
}

/** The text with the profile's section as it was before we came. Refused where somebody else has changed it since. */
export function putBack(text: ByteText | null, order: PutBack): Result<Edited> {
  const { entry, file, digest } = order
  const name = byteText(entry.profile)
  if (name === null) return fail(invalidProfileName())
  const encoding = checkEncoding(text ?? '')
  if (!encoding.ok) return encoding
  const now = openProfile(text ?? '', file, name)
  const before = sectionText(now)
  const then = openProfile(order.backup ?? '', file, name)
  if (entry.shared || !entry.left.includes(digest(before))) return fail(changedSince(entry.profile))
  const splices = then.sections.length === 0 ? taken(now) : exchanged(now, then)
  if (splices === null) return fail(changedSince(entry.profile))
  const after = asItWas(applySplices(now.source.text, splices), order.backups)
  const section = { profile: entry.profile, before, after: sectionText(then) }
  return ok({ text: after, changed: after !== text, warnings: [], section })
}

/** Every section of the profile goes, with the blank lines that set it apart. */
const taken = ({ source, sections }: OpenedProfile): readonly Splice[] =>
  sections.flatMap(({ header, body, index, ...section }) => {
    const isLast = index + body.length + 1 === source.lines.length
    const end = isLast ? body.findLastIndex(({ kind }) => kind !== 'blank') + 1 : body.length
    return [...gapBefore(source, { header, body, index, ...section }), header, ...body.slice(0, end)].map(removal)
  })

/** `null`: there is another number of sections now, so nobody knows which is which. */
function exchanged(now: OpenedProfile, then: OpenedProfile): readonly Splice[] | null {
  const { text } = now.source
  const old = then.sections.map(({ header, body }) => then.source.text.slice(header.start, (body.at(-1) ?? header).end))
  if (now.sections.length === 0) {
    const lines = old.join('').replace(/(?:\r\n|\n|\r)$/, '')
    return [{ kind: 'insert', from: text.length, lines: [...gapAtEnd(now), lines], eol: eolOf(text, null) }]
  }
  if (now.sections.length !== old.length) return null
  return now.sections.map(({ header, body }, nth) => {
    const to = (body.at(-1) ?? header).end
    return { kind: 'replace', from: header.start, to, text: old[nth] ?? '' }
  })
}

function gapAtEnd({ source: { lines } }: OpenedProfile): readonly ByteText[] {
  const last = lines.at(-1)
  return last === undefined || last.kind === 'blank' || last.kind === 'mark' ? [] : ['']
}

/** We may have given the last line its line end, and set our section apart. */
function asItWas(text: ByteText, backups: readonly ByteText[]): ByteText {
  const bare = withoutEnd(text)
  return backups.find((backup) => withoutEnd(backup) === bare) ?? text
}

const withoutEnd = (text: ByteText): ByteText => text.replace(/[\r\n]+$/, '')
