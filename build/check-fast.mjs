// npm run check:fast: types, lint and format. What the commit hook runs.
import { fastChecks } from './checks/quick.mjs'
import { forPerson } from './setup/for-person.mjs'

await forPerson(async () => ((await fastChecks()).every(({ ok }) => ok) ? 0 : 1))
