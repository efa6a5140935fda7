/** A reader of simple files that shares no line with the project's own: headers, `key = value`, comments. */
export function readIni(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {}
  let current: Record<string, string> = {}
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[([^\]]+)\]/.exec(line)?.[1]
    if (header !== undefined) current = sections[header] ??= {}
    const [, key, value] = /^([a-z0-9_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) current[key] = value
  }
  return sections
}
