import { EXPORT_FORMATS, type ExportFormat } from '#core/command/shell-exports'

const NAMES: Readonly<Record<ExportFormat, string>> = {
  bash: 'bash or zsh',
  fish: 'fish',
  powershell: 'PowerShell',
  cmd: 'cmd',
  dotenv: 'a .env file',
  json: 'JSON',
}

/** How people call it. */
export const shellName = (format: ExportFormat): string => NAMES[format]

/** What the name of a system (`navigator.platform`) makes likely. */
export const likelyShell = (system: string): ExportFormat => (system.startsWith('Win') ? 'powershell' : 'bash')

/** The format that a value of a list stands for. */
export const shellOf = (value: string): ExportFormat => EXPORT_FORMATS.find((format) => format === value) ?? 'bash'
