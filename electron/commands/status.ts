import { isActive } from '#core/command/report'
import { command, JSON_SWITCH, NO_WORDS } from './line/command.ts'
import { type ListOrder, tellIdentities } from './parts/tell-identities.ts'

export const statusCommand = command({
  name: 'status',
  group: 'see',
  summary: 'the active ones: state, time left, profile',
  details: [],
  words: NO_WORDS,
  switches: [JSON_SWITCH],
  parse: ({ where, has }): ListOrder => ({ where, form: has('json') ? 'json' : 'table' }),
  run: (order, doors) => tellIdentities(order, doors, { among: isActive, nobody: 'No identity is active.\n' }),
})
