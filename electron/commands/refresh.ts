import { identityName } from '#core/identity/names'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, IDENTITIES, JSON_SWITCH } from './command.ts'
import { eachName } from './each-name.ts'

export const refreshCommand = command({
  name: 'refresh',
  group: 'do',
  summary: 'obtain now and write the profile',
  details: ['The profile is written once, whether the identity is active or not.'],
  words: IDENTITIES,
  switches: [JSON_SWITCH],
  parse: ({ where, words, has }): RefreshOrder => ({ where, names: words, json: has('json') }),
  run: refresh,
})

interface RefreshOrder {
  readonly where: Where
  readonly names: readonly string[]
  readonly json: boolean
}

function refresh(order: RefreshOrder, doors: Doors): Promise<ExitCode> {
  return eachName(order, doors, {
    question: (name) => ({ ask: 'refresh', name }),
    async alone(engine, name) {
      const { refreshOne } = await import('../one-identity.ts')
      return refreshOne(engine, identityName(name))
    },
    line: ({ identity, profile, expiresAt }) => `${identity}  [${profile}]  ${expiresAt ?? 'no expiry'}\n`,
  })
}
