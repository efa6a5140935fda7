import { command, IDENTITIES, JSON_SWITCH, type Switch } from './line/command.ts'
import { eachName, type Named, namedIn } from './parts/each-name.ts'
import { tryEach } from './parts/try-each.ts'

const DRY_RUN: Switch = { name: 'dry-run', takes: null, summary: 'try it, and write nothing' }

interface RefreshOrder extends Named {
  readonly dryRun: boolean
}

export const refreshCommand = command({
  name: 'refresh',
  group: 'do',
  summary: 'obtain now and write the profile',
  details: [
    'The profile is written once, whether the identity is active or not. A terminal may ask you to approve first, or for',
    'the code of your MFA device. With --dry-run nothing is written, remembered or activated, no code is asked for, and what',
    'came is told: until when the keys would be good, whose they are, how long it took, or what is wrong.',
  ],
  words: IDENTITIES,
  switches: [DRY_RUN, JSON_SWITCH],
  parse: (given): RefreshOrder => ({ ...namedIn(given), dryRun: given.has(DRY_RUN.name) }),
  run: (order, doors) =>
    order.dryRun
      ? tryEach(order, doors)
      : eachName(order, doors, {
          deed: 'refresh',
          line: ({ identity, profile, expiresAt }) => `${identity}  [${profile}]  ${expiresAt ?? 'no expiry'}\n`,
        }),
})
