import type { Section } from './entry.ts'
import { ListField } from './list-field.tsx'
import { SpanField } from './span-field.tsx'

export const PRODUCTION: Section = {
  title: 'Production',
  entries: [
    {
      title: 'Tags that mean production',
      why: 'Such identities carry a mark, and activating one asks first.',
      words: 'prod live mark confirm',
      control: (field) => (
        <ListField
          field={field}
          value={field.settings.production.tags}
          placeholder="prod, production"
          onCommit={(tags) => field.change({ production: { ...field.settings.production, tags } })}
        />
      ),
    },
    {
      title: 'Names that mean production',
      why: 'For configurations without tags: patterns for identity or profile, with * for any text.',
      words: 'prod pattern glob wildcard',
      control: (field) => (
        <ListField
          field={field}
          value={field.settings.production.patterns}
          placeholder="*-prod, live-*"
          onCommit={(patterns) => field.change({ production: { ...field.settings.production, patterns } })}
        />
      ),
    },
    {
      title: 'Deactivate production after',
      why: 'So that nobody works in production tomorrow by the keys of today.',
      words: 'prod automatic off timeout safety',
      control: (field) => (
        <SpanField
          field={field}
          value={field.settings.production.deactivateAfter}
          none="Never"
          minutes={[15, 30, 60, 120, 240, 480]}
          onChoose={(deactivateAfter) =>
            field.change({ production: { ...field.settings.production, deactivateAfter } })
          }
        />
      ),
    },
  ],
}
