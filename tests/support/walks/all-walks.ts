import { ASK_WALKS } from './ask-walks.ts'
import { BANNER_WALKS } from './banner-walks.ts'
import { DETAILS_WALKS } from './details-walks.ts'
import { LIST_WALKS } from './list-walks.ts'
import { MANY_WALKS } from './many-walks.ts'
import { SCREEN_WALKS } from './screen-walks.ts'
import { SETS_WALKS } from './sets-walks.ts'
import { SETTINGS_WALKS } from './settings-walks.ts'
import type { Walk } from './walk.ts'

/** Every action that a person can take, by where it is taken. */
export const CHAPTERS: Readonly<Record<string, readonly Walk[]>> = {
  'the list': LIST_WALKS,
  'several at once': MANY_WALKS,
  'the details': DETAILS_WALKS,
  'what is asked': ASK_WALKS,
  'the other screens': SCREEN_WALKS,
  'what stands above the list': BANNER_WALKS,
  'the sets': SETS_WALKS,
  'the settings': SETTINGS_WALKS,
}
