import type { Entry, Field, Section } from './entry.ts'
import type { Settings } from '#core/settings/settings'
import { TextField } from './text-field.tsx'

/** A program to be started. Nothing written: the system's own. */
const program = (key: keyof Settings['programs'], placeholder: string): Entry['control'] =>
  function ProgramControl(field: Field) {
    const { programs } = field.settings
    const change = (text: string) => field.change({ programs: { ...programs, [key]: text === '' ? null : text } })
    return <TextField field={field} value={programs[key] ?? ''} placeholder={placeholder} onCommit={change} />
  }

export const PROGRAMS: Section = {
  title: 'Programs',
  entries: [
    {
      title: 'Browser for the AWS console',
      why: 'One for each account with {account}, {profile} or {name} in its words; {url} stands for the address.',
      words: 'firefox chrome container federation sign-in',
      control: program('browser', "The system's own"),
    },
    {
      title: 'Terminal',
      why: 'What "Open terminal" starts, with AWS_PROFILE set.',
      words: 'console shell kitty iterm konsole',
      control: program('terminal', 'The first one found'),
    },
    {
      title: 'Editor',
      why: 'Opens a line of the configuration. {file}, {line} and {column} stand for the place.',
      words: 'code vim open at line',
      control: program('editor', 'The first one found'),
    },
  ],
}
