/** The end of a text: whole lines, as far as there are any. */
export function tail(text: string, length: number): string {
  if (text.length <= length) return text
  const end = text.slice(-length)
  const line = end.indexOf('\n')
  return `…\n${line === -1 ? end : end.slice(line + 1)}`
}
