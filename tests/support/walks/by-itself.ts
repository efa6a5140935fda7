import type { Channel } from '#bridge/contract'

/** What the window asks without anybody's doing, and when. Everything else is caused by a person, and so is walked. */
export const BY_ITSELF: Readonly<Partial<Record<Channel, string>>> = {
  'snapshot/read': 'as it opens',
  'session/written-lines': 'when details are shown',
  'session/earlier-runs': 'when the earlier runs are unfolded',
  'config/excerpt': 'when a problem with a place is shown',
  'files/history': 'when the AWS files are shown, and after an undo',
  'settings/facts': 'when the settings are shown',
  'app/contacts': 'when the settings show the network',
  'history/read': 'when the timeline is shown',
  'hotkeys/hold': 'while the field of a hotkey has the focus',
}
