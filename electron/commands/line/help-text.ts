import { COMMON_SWITCHES } from './given.ts'
import type { Command, Group, Switch } from './command.ts'

const GROUPS: readonly { readonly group: Group; readonly title: string }[] = [
  { group: 'see', title: 'See' },
  { group: 'do', title: 'Do' },
  { group: 'tools', title: 'For your tools' },
  { group: 'files', title: 'Your files' },
]

/** What `credtray help` prints: all of it on one screen. */
export function helpText(commands: readonly Command[]): string {
  const shown = commands.filter(({ group }) => group !== 'inside')
  const width = Math.max(...shown.map((command) => usage(command).length))
  const groups = GROUPS.map(({ group, title }) => {
    const lines = shown
      .filter((command) => command.group === group)
      .map((each) => line(usage(each), each.summary, width))
    return `${title}\n${lines.join('')}`
  })
  return `Credtray keeps your AWS profiles fresh. Without a sub-command it starts the app.

${groups.join('\n')}
With every command
${switchLines(COMMON_SWITCHES)}
"credtray help COMMAND" says more about one. Most take --json. Data goes to stdout, words to stderr.
Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 needs you in the app, 4 not trusted (docs/trust.md).
`
}

/** What `credtray help COMMAND` prints. */
export function commandHelp(command: Command): string {
  const { summary, details, switches } = command
  const more = details.length === 0 ? '' : `${details.join('\n')}\n\n`
  const own = switches.length === 0 ? '' : `${switchLines(switches)}\n`
  return `credtray ${usage(command)}: ${summary}\n\n${more}${own}With every command\n${switchLines(COMMON_SWITCHES)}`
}

/** `refresh NAME…` */
export const usage = ({ name, words }: Command): string => (words.usage === '' ? name : `${name} ${words.usage}`)

function switchLines(switches: readonly Switch[]): string {
  const names = switches.map(({ name, takes }) => `--${name}${takes === null ? '' : ` ${valueWords(takes)}`}`)
  const width = Math.max(...names.map((name) => name.length))
  return switches.map(({ summary }, index) => line(names[index] ?? '', summary, width)).join('')
}

const valueWords = (takes: string | readonly string[]): string => (typeof takes === 'string' ? takes : takes.join('|'))

const line = (left: string, right: string, width: number): string => `  ${left.padEnd(width)}  ${right}\n`
