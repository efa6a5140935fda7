import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { didYouMean } from '#core/base/did-you-mean'
import { command, type Doors, Misuse } from './line/command.ts'

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

type Shell = (typeof SHELLS)[number]

export const completionCommand = command({
  name: 'completion',
  group: 'tools',
  summary: 'makes your shell complete sub-commands, switches and names',
  details: [
    'bash:        eval "$(credtray completion bash)"              in ~/.bashrc',
    'zsh:         eval "$(credtray completion zsh)"               in ~/.zshrc, after compinit',
    'fish:        credtray completion fish | source               in ~/.config/fish/config.fish',
    'PowerShell:  credtray completion powershell | Out-String | Invoke-Expression    in $PROFILE',
  ],
  words: {
    usage: 'SHELL',
    least: 1,
    most: 1,
    are: `one of ${SHELLS.join(', ')}`,
    completes: SHELLS,
  },
  switches: [],
  parse: ({ words: [word = ''] }) => ({ shell: shellNamed(word) }),
  run: completion,
})

/** They are files of their own, so that a package can put them where the shells look. */
async function completion({ shell }: { readonly shell: Shell }, { out, root }: Doors): Promise<0> {
  const ending = shell === 'powershell' ? 'ps1' : shell
  out(await readFile(join(root, 'assets/completions', `credtray.${ending}`), 'utf8'))
  return 0
}

function shellNamed(word: string): Shell {
  const shell = SHELLS.find((one) => one === word)
  if (shell !== undefined) return shell
  throw new Misuse(`There is no completion for ${word}.${didYouMean(word, SHELLS)}`)
}
