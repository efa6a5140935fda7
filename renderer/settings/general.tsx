import type { Section } from './entry.ts'
import { ChoiceField } from './choice-field.tsx'
import { TextField } from './text-field.tsx'
import { flag } from './flag.tsx'

export const GENERAL: Section = {
  title: 'General',
  entries: [
    {
      title: 'Theme',
      why: 'Light, dark, or as the rest of your desktop.',
      words: 'dark mode light colours appearance',
      control: (field) => (
        <ChoiceField
          field={field}
          value={field.settings.theme}
          options={[
            ['system', 'As the desktop'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          words={(theme) => theme}
          onChoose={(theme) => field.change({ theme })}
        />
      ),
    },
    {
      title: 'Start at login',
      why: 'Your profiles are fresh before you open the first terminal.',
      words: 'autostart boot launch',
      control: flag('startAtLogin'),
      blocked: ({ noStartAtLogin }) => noStartAtLogin,
    },
    {
      title: 'Start hidden',
      why: 'Only the tray icon appears at the start; a click on it opens the window.',
      words: 'tray background minimised',
      control: flag('startHidden'),
    },
    {
      title: 'Minutes in the menu bar',
      why: 'Shows beside the icon how long the next session that needs you will last.',
      words: 'title macos countdown',
      control: flag('menuBarTitle'),
      platform: 'darwin',
    },
    {
      title: 'Look for new versions',
      why: 'Once a day. You are told of one, and it is downloaded when you say so and installed when you quit.',
      words: 'updates upgrade release version automatic',
      control: flag('updates'),
      blocked: ({ noUpdates }) => noUpdates,
    },
    {
      title: 'Folder of the configuration',
      why: 'Where the search for atmos.yaml begins when Credtray is not started in a terminal.',
      words: 'atmos yaml repository project directory discovery',
      control: (field) => (
        <TextField
          field={field}
          value={field.settings.folder ?? ''}
          placeholder={field.facts.started.folder ?? '~/project'}
          onCommit={(text) => field.change({ folder: text === '' ? null : text })}
        />
      ),
      waits: ({ folder }, { started }) => folder !== null && folder !== started.folder,
    },
  ],
}
