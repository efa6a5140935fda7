import type { Section } from './entry.ts'
import { ChoiceField } from './choice-field.tsx'
import { PathList } from './path-list.tsx'
import { SpanField } from './span-field.tsx'
import { asWritten } from '../parts/span-words.ts'

export const REFRESHING: Section = {
  title: 'Refreshing',
  entries: [
    {
      title: 'Renew before the end',
      why: 'How early a session is renewed; long enough for a slow helper, never in the first half of its life.',
      words: 'lead refresh early',
      control: (field) => (
        <SpanField
          field={field}
          value={field.settings.lead}
          none={asWritten(field.asWritten.lead)}
          minutes={[5, 10, 15, 20, 30, 60]}
          onChoose={(lead) => field.change({ lead })}
        />
      ),
    },
    {
      title: 'Helpers at once',
      why: 'Fewer, where they ask a slow server or open windows of their own.',
      words: 'concurrency parallel processes commands',
      control: (field) => (
        <ChoiceField
          field={field}
          value={field.settings.helpersAtOnce}
          options={[
            [null, `Twice the processor cores (${field.facts.helpersAtOnce})`],
            ...[1, 2, 4, 8, 16].map((count) => [count, String(count)] as const),
          ]}
          words={String}
          onChoose={(helpersAtOnce) => field.change({ helpersAtOnce })}
        />
      ),
    },
    {
      title: 'PATH',
      why: 'Where helpers are looked for: the folders that your login shell has.',
      words: 'environment not found programs commands',
      control: ({ facts }) => <PathList path={facts.path} />,
    },
  ],
}
