import { filesUnder } from './files-under.ts'

/** Every page that a person reads, as `folder/name.md`. */
export const pages = (): readonly string[] => [
  'README.md',
  'CHANGELOG.md',
  ...filesUnder(['docs']).filter((file) => file.endsWith('.md')),
]
