/** `NAME=value` lines, as `.env` files have them: `export ` in front, quotes, comments and empty lines are understood. */
export function dotenv(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
    const [, name, written] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? []
    return name === undefined || written === undefined ? [] : [[name, valueOf(written)]]
  })
  return Object.fromEntries(pairs)
}

function valueOf(written: string): string {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(written)?.[2]
  return quoted ?? written.replace(/(?:^|\s+)#.*$/, '').trimEnd()
}
