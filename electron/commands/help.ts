import { didYouMean } from '#core/base/did-you-mean'
import { command, type Doors, Misuse } from './line/command.ts'
import { commandHelp, helpText } from './line/help-text.ts'

export const helpCommand = command({
  name: 'help',
  group: 'see',
  summary: 'this page, or more about one sub-command',
  details: [],
  words: { usage: '[COMMAND]', least: 0, most: 1, are: 'one sub-command', completes: 'commands' },
  switches: [],
  parse: ({ words: [about = null] }) => ({ about }),
  run: help,
})

function help({ about }: { readonly about: string | null }, { commands, out }: Doors): 0 {
  const found = commands.find(({ name }) => name === about)
  if (about !== null && found === undefined) {
    throw new Misuse(
      `There is no sub-command ${about}.${didYouMean(
        about,
        commands.map(({ name }) => name),
      )}`,
    )
  }
  out(found === undefined ? helpText(commands) : commandHelp(found))
  return 0
}
