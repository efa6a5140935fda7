import { join } from 'node:path'
import { historyCsv, historyLines, historyRow } from '#core/command/history-words'
import { dataFolder } from '#host/data-folder'
import { createHistoryFile } from '#host/history-file'
import type { Order } from './arguments.ts'
import { thisMachine } from './assemble.ts'
import type { ExitCode, Terminal } from './command-line.ts'

/** `credtray history`: what happened to which identity, the oldest first. It stands in a file, so nobody is asked. */
export async function historyCommand(
  { where, form }: Order & { kind: 'history' },
  { out, err }: Terminal,
): Promise<ExitCode> {
  const entries = await createHistoryFile(join(dataFolder(where.dataDir, thisMachine()), 'history.jsonl')).read()
  if (form === 'json') out(`${JSON.stringify(entries.map(historyRow), null, 2)}\n`)
  else out(form === 'csv' ? historyCsv(entries) : historyLines(entries))
  if (entries.length === 0 && form === 'words') err('Nothing has happened yet.\n')
  return 0
}
