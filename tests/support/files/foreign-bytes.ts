import { scan } from '#core/profile-file/scan'

/** The file without the sections that any reader could take for `dev`. */
export function foreignBytes(text: string): string {
  let isOurs = false
  return scan(text)
    .map((line) => {
      const content = text.slice(line.start, line.end)
      if (line.kind === 'header') isOurs = /^\s*\[\s*dev\s*\]/.test(content)
      return isOurs ? '' : content
    })
    .join('')
}
