import type { ByteText } from './bytes.ts'
import { headerName } from './header.ts'
import { readOwned } from './owned.ts'
import { type Line, scan } from './scan.ts'

/** Every profile whose section is ours and holds keys, spelled as the file spells it, in the order of the file. */
export function managedProfiles(text: ByteText): readonly string[] {
  const lines = scan(text)
  const starts = lines.flatMap((line, at) => (line.kind === 'header' ? [at] : []))
  const names = starts.flatMap((at, nth) => {
    const header = lines[at]
    // Most sections of a long file are a person's: only one that holds our mark somewhere is worth a closer look.
    return header !== undefined && sectionText(text, header, lines[starts[nth + 1] ?? -1]).includes('credtray')
      ? [utf8(headerName(text, header).clean)]
      : []
  })
  return [...new Set(names)].filter((name) => readOwned(text, name) !== null)
}

const sectionText = (text: ByteText, header: Line, next: Line | undefined): ByteText =>
  text.slice(header.end, next?.start)

/** The way back from `byteText`. A name that is no UTF-8 is not one of ours. */
function utf8(text: ByteText): string {
  try {
    return decodeURIComponent(text.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`))
  } catch {
    return text
  }
}
