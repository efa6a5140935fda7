import type { z } from 'zod'
import type { Place, Problem } from '../base/problem.ts'
import { minutes, type Duration } from '../base/time.ts'
import type { RefreshPolicy } from '../identity/identity.ts'
import type { Config, EndPolicy } from './config.ts'
import { isRecord } from './is-record.ts'
import { misspeltSettings } from './misspelt-settings.ts'
import type { Notes } from './notes.ts'
import { settingsShape } from './schema.ts'
import type { Path, Tree } from './tree-facts.ts'

/** The `credtray:` block, with every default filled in. */
export interface CredtrayBlock {
  readonly refresh: RefreshPolicy
  readonly process: { readonly timeout: Duration; readonly shell: boolean }
  readonly notify: Config['notify']
  readonly end: EndPolicy
  readonly files: NonNullable<Config['files']>
  /** What stands under `profiles`, unchecked. */
  readonly profiles: readonly ChosenProfile[]
  readonly problems: readonly Problem[]
}

export interface ChosenProfile {
  readonly identity: string
  readonly profile: string
  readonly where: Place
}

/** A setting that cannot be read is reported and left at its default: no session ends over it. */
export function readCredtrayBlock(tree: Tree, notes: Notes): CredtrayBlock {
  const { value, broken } = shaped(tree.value ?? {})
  const { lead, mode } = value.refresh
  if (lead < SHORTEST_LEAD) notes.add({ topic: 'short-lead', name: '', where: tree.placeOf(['refresh', 'lead']) })
  return {
    refresh: { mode, lead: lead < SHORTEST_LEAD ? SHORTEST_LEAD : lead },
    process: { timeout: value.process.timeout, shell: value.process.shell },
    notify: { before: value.notify.before, quiet: value.notify.quiet },
    end: { onQuit: value.end.on_quit, onLock: value.end.on_lock, idle: value.end.idle ?? null },
    files: { preview: value.files.preview },
    profiles: Object.entries(value.profiles).map(([identity, profile]) => ({
      identity,
      profile,
      where: tree.placeOf(['profiles', identity]),
    })),
    problems: [
      ...tree.faults,
      ...broken.map(({ path, message }) => problem(path, message, tree)),
      ...misspeltSettings(tree),
    ],
  }
}

const SHORTEST_LEAD = minutes(1)

interface Broken {
  readonly path: Path
  readonly message: string
}

function shaped(written: unknown): {
  readonly value: z.output<typeof settingsShape>
  readonly broken: readonly Broken[]
} {
  const whole = settingsShape.safeParse(written)
  if (whole.success) return { value: whole.data, broken: [] }
  const broken = whole.error.issues
  const rest = settingsShape.safeParse(without(written, broken))
  return { value: rest.success ? rest.data : settingsShape.parse({}), broken }
}

function problem(path: Path, claim: string, tree: Tree): Problem {
  return {
    code: /^(?:lead|timeout|before|idle)$/.test(String(path.at(-1))) ? 'config/bad-duration' : 'config/shape',
    message: `${['credtray', ...path].join('.')} ${claim}.`,
    hint: 'Until this line is corrected its default counts.',
    where: tree.placeOf(path),
  }
}

/** The same value with the broken parts left out, so that the rest still counts. */
function without(value: unknown, broken: readonly { readonly path: Path }[]): unknown {
  if (broken.some(({ path }) => path.length === 0)) return {}
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(
        ([key, inner]) =>
          [key, broken.filter(({ path }) => path[0] === key).map(({ path }) => path.slice(1)), inner] as const,
      )
      .filter(([, paths]) => !paths.some((path) => path.length === 0))
      .map(([key, paths, inner]) => [
        key,
        without(
          inner,
          paths.map((path) => ({ path })),
        ),
      ]),
  )
}
