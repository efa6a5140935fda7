import { command, IDENTITIES, JSON_SWITCH } from './line/command.ts'
import { eachName, namedIn } from './parts/each-name.ts'

export const activateCommand = command({
  name: 'activate',
  group: 'do',
  summary: 'keep it fresh from now on, as a click in the tray does',
  details: [
    'The running app does it. Without one the profile is written now, and the next start keeps it fresh.',
    'One that is active already is renewed only if its keys are not good.',
  ],
  words: IDENTITIES,
  switches: [JSON_SWITCH],
  parse: namedIn,
  run: (order, doors) =>
    eachName(order, doors, {
      deed: 'activate',
      line: ({ identity, profile, expiresAt }) => `${identity}  [${profile}]  active, ${expiresAt ?? 'no expiry'}\n`,
    }),
})
