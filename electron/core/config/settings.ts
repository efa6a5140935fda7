import type { Place, Problem } from '../base/problem.ts'
import { minutes, seconds, type Duration } from '../base/time.ts'
import type { RefreshPolicy } from '../identity/identity.ts'
import { unitDuration } from './durations.ts'
import { isRecord } from './entry.ts'
import type { Notes } from './notes.ts'
import { LONGEST_TIMEOUT } from './process-entry.ts'
import { settingsShape } from './schema.ts'
import type { Path, Tree } from './tree.ts'

/** The `credtray:` block, with every default filled in. */
export interface Settings {
  readonly refresh: RefreshPolicy
  readonly process: { readonly timeout: Duration; readonly shell: boolean }
  readonly notify: { readonly before: Duration; readonly quiet: boolean }
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
export function readSettings(tree: Tree, notes: Notes): Settings {
  const first = settingsShape.safeParse(tree.value ?? {})
  const broken = first.success ? [] : first.error.issues.map(({ path, message }) => ({ path, claim: message }))
  const value = first.success ? first.data : settingsShape.safeParse(without(tree.value, broken)).data
  const late: { path: Path; claim: string }[] = []
  const time = (path: Path, written: string | undefined, fallback: Duration): Duration => {
    const read = written === undefined ? fallback : unitDuration(written)
    if (read === null) late.push({ path, claim: 'is not a time; write it like 55m or 1h30m' })
    return read ?? fallback
  }
  const lead = time(['refresh', 'lead'], value?.refresh?.lead, minutes(15))
  if (lead < minutes(1)) notes.add({ topic: 'short-lead', name: '', where: tree.placeOf(['refresh', 'lead']) })
  const timeout = time(['process', 'timeout'], value?.process?.timeout, seconds(60))
  if (timeout > LONGEST_TIMEOUT) late.push({ path: ['process', 'timeout'], claim: 'may be 10m at most' })
  const before = time(['notify', 'before'], value?.notify?.before, minutes(10))
  return {
    refresh: { mode: value?.refresh?.mode ?? 'auto', lead: lead < minutes(1) ? minutes(1) : lead },
    process: { timeout: timeout > LONGEST_TIMEOUT ? LONGEST_TIMEOUT : timeout, shell: value?.process?.shell ?? false },
    notify: { before, quiet: value?.notify?.quiet ?? false },
    profiles: Object.entries(value?.profiles ?? {}).map(([identity, profile]) => ({
      identity,
      profile,
      where: tree.placeOf(['profiles', identity]),
    })),
    problems: [...tree.faults, ...[...broken, ...late].map((one) => problem(one.path, one.claim, tree))],
  }
}

function problem(path: Path, claim: string, tree: Tree): Problem {
  return {
    code: /^(?:lead|timeout|before)$/.test(String(path.at(-1))) ? 'config/bad-duration' : 'config/shape',
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
