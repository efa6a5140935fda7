// npm run lock: after a change of the dependencies. npm leaves an optional package for another system out of
// package-lock.json where the registry did not offer it on that day, and `npm ci` then refuses the whole lock. This
// writes such packages in, so that every system can install; npm asks for them only on the systems that they name.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completed, missingFromLock } from './setup/lock.mjs'
import { root } from './setup/project.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingFromLock(lock)
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completed(lock, missing), null, 2)}\n`)
console.log(`${missing.length} packages for other systems written into package-lock.json`)
