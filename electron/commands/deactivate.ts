import { command, IDENTITIES, JSON_SWITCH } from './line/command.ts'
import { eachName, namedIn } from './parts/each-name.ts'

export const deactivateCommand = command({
  name: 'deactivate',
  group: 'do',
  summary: 'take its keys out of the file, and keep it fresh no more',
  details: ['The running app does it. Without one it is done now, and remembered for the next start.'],
  words: IDENTITIES,
  switches: [JSON_SWITCH],
  parse: namedIn,
  run: (order, doors) =>
    eachName(order, doors, {
      deed: 'deactivate',
      line: ({ identity, profile }) => `${identity}  [${profile}]  inactive\n`,
    }),
})
