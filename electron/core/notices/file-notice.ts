import type { Notice } from './notice.ts'
import type { Surroundings } from '../snapshot/summary.ts'
import { shortName } from '../snapshot/wording.ts'

/**
 * A file of the person's was changed: the first time without their having seen it, or a section of theirs is ours now
 * (leapp#3). A click shows what it was, with the way back. `null`: it is none of these.
 */
export function fileNotice({ fileChange, settings }: Surroundings): Notice | null {
  if (fileChange === undefined) return null
  const { profile, file, kind, isFirst, copied, agreed } = fileChange
  const isUnseen = isFirst && copied && !agreed
  if (!isUnseen && kind !== 'took-over') return null
  const what = settings.notify.hideNames ? 'a profile' : `[${shortName(profile)}] in ${clipped(file)}`
  const opens = { kind: 'open-screen', screen: 'files' } as const
  return {
    tag: 'file-change',
    title: kind === 'added' ? 'Credtray wrote to your AWS file' : 'Credtray took a profile over',
    body: `${kind === 'added' ? 'Added' : 'Took over'} ${what}, and kept a copy. Click to see it, or to undo it.`,
    opens,
    buttons: [{ label: 'See the change', does: opens }],
    reply: null,
    urgency: 'normal',
    joins: false,
    line: null,
  }
}

/** The end of a path says more than its start. */
const clipped = (file: string): string => (file.length <= 80 ? file : `…${file.slice(-79)}`)
