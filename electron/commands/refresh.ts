import { command, IDENTITIES, JSON_SWITCH } from './command.ts'
import { eachName, namedIn } from './each-name.ts'

export const refreshCommand = command({
  name: 'refresh',
  group: 'do',
  summary: 'obtain now and write the profile',
  details: [
    'The profile is written once, whether the identity is active or not. A terminal may ask you to approve first, or for',
    'the code of your MFA device.',
  ],
  words: IDENTITIES,
  switches: [JSON_SWITCH],
  parse: namedIn,
  run: (order, doors) =>
    eachName(order, doors, {
      deed: 'refresh',
      line: ({ identity, profile, expiresAt }) => `${identity}  [${profile}]  ${expiresAt ?? 'no expiry'}\n`,
    }),
})
