import { homedir } from 'node:os'
import type { Machine } from './data-folder.ts'

export const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })
