import type { SettingsFacts } from '#core/settings/facts'
import type { Section } from './entry.ts'

/** The sections with what fits all the words that were typed, and nothing of another system. */
export function found(
  sections: readonly Section[],
  search: string,
  platform: SettingsFacts['platform'],
): readonly Section[] {
  const words = search.toLowerCase().split(/\s+/)
  return sections
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => {
        const text = `${title} ${entry.title} ${entry.why} ${entry.words}`.toLowerCase()
        return (entry.platform ?? platform) === platform && words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}
