import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OTHER_KINDS, SERVED_KINDS } from '#core/config/kinds'
import { jsonSchema } from '#core/config/schema'
import { config } from './support.ts'

const asset = (name: string): string => readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8')

/** After a change of the shapes: `npx vitest run -c build/vitest.config.ts tests/core/config/schema.test.ts -u`. */
test('the schema for editors is what the parser checks', async () => {
  await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../assets/config.schema.json')
})

test.each([...SERVED_KINDS.keys(), ...OTHER_KINDS.keys()])('the schema knows the kind %s', (kind) =>
  expect(JSON.stringify(jsonSchema())).toContain(`"${kind}"`),
)

test('the example file has nothing to complain about', () => {
  const env = { HOME: '/home/ana', BREAK_GLASS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', BREAK_GLASS_SECRET: 'wJalrXUtnFEMI' }
  const { identities, problems, notes } = config(asset('config.example.yaml'), env)
  expect([identities.map(({ source }) => source.kind), problems, notes]).toEqual([
    ['process', 'user', 'assume-role'],
    [],
    [],
  ])
})
