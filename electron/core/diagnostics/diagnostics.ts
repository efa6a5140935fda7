import type { ProblemCode } from '../base/problem.ts'
import { iso } from '../base/time.ts'
import { isActiveState, type Snapshot } from '../snapshot/snapshot.ts'

/** What the app runs on. */
export interface DiagnosticsFacts {
  readonly version: string
  /** "Linux 6.8.0 x64". */
  readonly system: string
  /** "GNOME on Wayland"; '' where nothing says. */
  readonly desktop: string
  readonly trayHost: 'shown' | 'missing'
  /** "Electron 45.4.1, Chromium 140, Node 24". */
  readonly runtime: string
  readonly home: string
}

export interface DiagnosticsPart {
  readonly title: string
  readonly lines: readonly string[]
}

/**
 * What somebody who helps needs to know, part by part. It names no identity, account, role, profile, command or output:
 * problems stand here as their code and line, so that nobody has to read it twice before they post it.
 */
export function diagnostics(snapshot: Snapshot, facts: DiagnosticsFacts): readonly DiagnosticsPart[] {
  return [
    { title: `Credtray ${facts.version}, ${iso(snapshot.takenAt)}`, lines: surroundings(facts) },
    { title: 'Configuration', lines: configLines(snapshot, facts.home) },
    { title: 'Identities', lines: identityLines(snapshot) },
    { title: 'Problems', lines: problemLines(snapshot) },
  ]
}

export function diagnosticsText(parts: readonly DiagnosticsPart[]): string {
  return parts.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n')
}

function surroundings({ system, desktop, trayHost, runtime }: DiagnosticsFacts): readonly string[] {
  return [system, ...(desktop === '' ? [] : [desktop]), `tray ${trayHost}`, runtime]
}

function configLines({ config, configProblems, configNotes, trust }: Snapshot, home: string): readonly string[] {
  const kind = config.demo ? ' (demo)' : config.stale ? ' (does not parse; its last good form runs)' : ''
  return [
    `${config.file === null ? 'none found' : withoutHome(config.file, home)}${kind}`,
    `${configProblems.length} problems, ${configNotes.length} notes, trust ${trust === null ? 'given' : 'asked'}`,
  ]
}

function identityLines({ identities, paused, settings }: Snapshot): readonly string[] {
  const active = identities.filter(({ state }) => isActiveState(state)).length
  return [
    `${identities.length} in all, ${active} active${paused ? ', refreshing is paused' : ''}`,
    ...counted(identities.map(({ state }) => state.kind)),
    `${settings.favourites.length} favourites, ${settings.sets.length} sets`,
  ]
}

function problemLines({ identities, configProblems }: Snapshot): readonly string[] {
  const ofStates = identities.flatMap(({ state }): readonly ProblemCode[] => {
    if (state.kind === 'failed' || state.kind === 'expired') return state.problem === null ? [] : [state.problem.code]
    return state.kind === 'needs-you' && state.ask.kind === 'look' ? [state.ask.problem.code] : []
  })
  const ofConfig = configProblems.map(({ code, where }) =>
    where === undefined ? code : `${code} in line ${where.line}`,
  )
  const lines = [...counted(ofStates), ...counted(ofConfig)]
  return lines.length === 0 ? ['none'] : lines
}

/** "3 × process/timeout", the most frequent first. */
function counted(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word, count]) => `${count} × ${word}`)
}

/** A home folder names its person. */
const withoutHome = (file: string, home: string): string =>
  home !== '' && file.startsWith(home) ? `~${file.slice(home.length)}` : file
