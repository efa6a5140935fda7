import { command, JSON_SWITCH, NO_WORDS } from './line/command.ts'
import { type ListOrder, tellIdentities } from './parts/tell-identities.ts'

export const listCommand = command({
  name: 'list',
  group: 'see',
  summary: 'every identity of the configuration',
  details: [],
  words: NO_WORDS,
  switches: [JSON_SWITCH, { name: 'names', takes: null, summary: 'the names alone, one a line' }],
  parse: ({ where, has }): ListOrder => ({ where, form: has('json') ? 'json' : has('names') ? 'names' : 'table' }),
  run: (order, doors) => tellIdentities(order, doors, { among: () => true, nobody: 'No identities.\n' }),
})
