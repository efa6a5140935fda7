import type { Entry, Field, Section } from './entry.ts'
import type { Settings } from '#core/settings/settings'
import { TextField } from './text-field.tsx'
import { flag } from './flag.tsx'

/** One of the two AWS files. Nothing written: where AWS's variables and defaults say. */
const awsFile = (key: keyof Settings['files']): Entry['control'] =>
  function FileControl(field: Field) {
    const { files } = field.settings
    const { credentialsFile, configFile } = field.facts.started
    const change = (text: string) => field.change({ files: { ...files, [key]: text === '' ? null : text } })
    const placeholder = key === 'credentials' ? credentialsFile : configFile
    return <TextField field={field} value={files[key] ?? ''} placeholder={placeholder} onCommit={change} />
  }

/** What people on Windows have it for; elsewhere it would only be read as something that is missing. */
const WSL = String.raw`\\wsl$\Ubuntu\home\me\.aws\credentials`

export const FILES: Section = {
  title: 'AWS files and tools',
  entries: [
    {
      title: 'Credentials file',
      why: 'Where the profiles are written. By default where every AWS tool looks.',
      words: 'aws_shared_credentials_file target path',
      control: awsFile('credentials'),
      waits: ({ files }, { started }) => files.credentials !== null && files.credentials !== started.credentialsFile,
    },
    {
      title: 'Config file',
      why: 'Where regions go.',
      words: 'aws_config_file target path region',
      control: awsFile('config'),
      waits: ({ files }, { started }) => files.config !== null && files.config !== started.configFile,
    },
    {
      title: 'Second credentials file',
      why: 'Gets the same sections: for WSL, or a tool that insists on a file of its own.',
      words: 'wsl mirror copy target path',
      control: (field) => (
        <TextField
          field={field}
          value={field.settings.mirror ?? ''}
          placeholder={field.facts.platform === 'win32' ? WSL : 'None'}
          onCommit={(text) => field.change({ mirror: text === '' ? null : text })}
        />
      ),
      waits: ({ mirror }, { started }) => mirror !== started.mirror,
    },
    {
      title: 'Endpoint for container credentials',
      why: 'Tools that run for hours renew by themselves. On this computer only, behind a token for each identity.',
      words: 'http server loopback sdk pull ecs',
      control: flag('endpoint'),
    },
  ],
}
