import type { HistoryEntry } from '#core/session/history'
import type { History } from '#engine/ports'

/** A history in a list. */
export interface FakeHistory extends History {
  readonly entries: HistoryEntry[]
}

export function fakeHistory(): FakeHistory {
  const entries: HistoryEntry[] = []
  return { entries, note: (entry) => void entries.push(entry), read: async () => entries }
}
