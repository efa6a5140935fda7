import type { Command, Switch, Words } from './command.ts'
import { COMMON_SWITCHES } from './given.ts'

/** One way to go on, and what it is for. */
export interface Candidate {
  readonly text: string
  readonly about: string
}

/** What a shell may offer at the place of the last word. */
export type Offer =
  | { readonly kind: 'words'; readonly candidates: readonly Candidate[] }
  /** The shell knows files itself. */
  | { readonly kind: 'files' }
  | { readonly kind: 'identities'; readonly besides: readonly string[] }

const NOTHING: Offer = { kind: 'words', candidates: [] }

/** `words`: what stands before the one that is being typed, `typed`: that one as far as it goes. */
export function offerAfter(words: readonly string[], typed: string, commands: readonly Command[]): Offer {
  const shown = commands.filter(({ group }) => group !== 'inside')
  const [first, ...rest] = withoutSwitches(words, shown)
  const command = shown.find(({ name }) => name === first)
  const switches = [...COMMON_SWITCHES, ...(command?.switches ?? [])]
  const value = switches.find(({ name, takes }) => takes !== null && words.at(-1) === `--${name}`)
  if (value !== undefined) return offerOfValue(value, typed)
  if (typed.startsWith('-'))
    return starting(typed, switches.filter(({ name }) => !words.includes(`--${name}`)).map(asCandidate))
  if (first === undefined) return starting(typed, shown.map(commandCandidate))
  return command === undefined || rest.length >= command.words.most
    ? NOTHING
    : offerOfWords(command.words, typed, { rest, shown })
}

interface Given {
  /** The command's words so far. */
  readonly rest: readonly string[]
  readonly shown: readonly Command[]
}

function offerOfWords({ completes }: Words, typed: string, given: Given): Offer {
  switch (completes) {
    case 'identity':
      return given.rest.length === 0 ? { kind: 'identities', besides: [] } : NOTHING
    case 'identities':
      return { kind: 'identities', besides: given.rest }
    case 'files':
      return { kind: 'files' }
    case 'commands':
      return starting(typed, given.shown.map(commandCandidate))
    case 'nothing':
      return NOTHING
    default:
      return starting(
        typed,
        completes.map((text) => ({ text, about: '' })),
      )
  }
}

function offerOfValue({ takes, summary }: Switch, typed: string): Offer {
  if (takes === null || typeof takes === 'string') return { kind: 'files' }
  return starting(
    typed,
    takes.map((text) => ({ text, about: summary })),
  )
}

function starting(typed: string, candidates: readonly Candidate[]): Offer {
  return { kind: 'words', candidates: candidates.filter(({ text }) => text.startsWith(typed)) }
}

const asCandidate = ({ name, summary }: Switch): Candidate => ({ text: `--${name}`, about: summary })

const commandCandidate = ({ name, summary }: Command): Candidate => ({ text: name, about: summary })

/** Sub-command and names: what is neither a switch nor the value of one. */
function withoutSwitches(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const valued = [...COMMON_SWITCHES, ...commands.flatMap(({ switches }) => switches)].filter(
    ({ takes }) => takes !== null,
  )
  const takesNext = (word: string | undefined): boolean => valued.some(({ name }) => word === `--${name}`)
  return words.filter((word, index) => !word.startsWith('-') && !takesNext(words[index - 1]))
}
