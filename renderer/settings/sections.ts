import { FILES } from './aws-files.tsx'
import type { Section } from './entry.ts'
import { GENERAL } from './general.tsx'
import { NETWORK } from './network.tsx'
import { NOTIFICATIONS } from './notifications.tsx'
import { PRODUCTION } from './production.tsx'
import { PROGRAMS } from './programs.tsx'
import { REFRESHING } from './refreshing.tsx'

/** Everything that can be chosen, in the order in which people look for it. */
export const SECTIONS: readonly Section[] = [GENERAL, REFRESHING, NOTIFICATIONS, PRODUCTION, PROGRAMS, FILES, NETWORK]
