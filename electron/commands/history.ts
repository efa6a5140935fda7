import { join } from 'node:path'
import { historyCsv, historyLines, historyRow } from '#core/command/history-words'
import { dataFolder } from '#host/own-data/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, JSON_SWITCH, NO_WORDS } from './line/command.ts'

export const historyCommand = command({
  name: 'history',
  group: 'see',
  summary: 'what happened to which identity',
  details: ['The oldest first.'],
  words: NO_WORDS,
  switches: [JSON_SWITCH, { name: 'csv', takes: null, summary: 'for a spreadsheet' }],
  parse: ({ where, has }): HistoryOrder => ({ where, form: has('csv') ? 'csv' : has('json') ? 'json' : 'words' }),
  run: history,
})

interface HistoryOrder {
  readonly where: Where
  readonly form: 'words' | 'json' | 'csv'
}

/** It stands in a file, so nobody is asked. */
async function history({ where, form }: HistoryOrder, { out, err }: Doors): Promise<ExitCode> {
  const { createHistoryFile } = await import('#host/own-data/history-file')
  const entries = await createHistoryFile(join(dataFolder(where.dataDir, thisMachine()), 'history.jsonl')).read()
  if (form === 'json') out(`${JSON.stringify(entries.map(historyRow), null, 2)}\n`)
  else out(form === 'csv' ? historyCsv(entries) : historyLines(entries))
  if (entries.length === 0 && form === 'words') err('Nothing has happened yet.\n')
  return 0
}
