import type { ExportFormat } from './shell-exports.ts'

/** Takes variables away before others are exported. '' for the formats that only hold values. */
export function unsetLines(format: ExportFormat, names: readonly string[]): string {
  switch (format) {
    case 'bash':
      return `unset ${names.join(' ')}\n`
    case 'fish':
      return `set -e ${names.join(' ')}\n`
    case 'powershell':
      return `Remove-Item -ErrorAction SilentlyContinue ${names.map((name) => `Env:${name}`).join(', ')}\n`
    case 'cmd':
      return names.map((name) => `set ${name}=\n`).join('')
    case 'dotenv':
    case 'json':
      return ''
  }
}
