import type { Place } from '#core/base/problem'

/** A sentence in pieces: words, and the places `file:line` of these files that it names. Joined again it is the same. */
export function splitAtPlaces(text: string, files: readonly string[]): readonly (string | Place)[] {
  const first = files
    .map((file) => ({ file, at: placeOf(text, file) }))
    .filter(({ at }) => at !== null)
    .toSorted((a, b) => (a.at?.index ?? 0) - (b.at?.index ?? 0))[0]
  if (first === undefined || first.at === null) return text === '' ? [] : [text]
  const { index, line } = first.at
  const before = text.slice(0, index)
  const after = text.slice(index + first.file.length + 1 + line.length)
  const place = { file: first.file, line: Number(line), column: 1 }
  return [...(before === '' ? [] : [before]), place, ...splitAtPlaces(after, files)]
}

/** Where in a text a file stands with a line behind it. `null`: nowhere. */
function placeOf(text: string, file: string): { readonly index: number; readonly line: string } | null {
  for (let index = text.indexOf(`${file}:`); index !== -1; index = text.indexOf(`${file}:`, index + 1)) {
    const [line] = /^[1-9]\d{0,8}/.exec(text.slice(index + file.length + 1)) ?? []
    if (line !== undefined) return { index, line }
  }
  return null
}
