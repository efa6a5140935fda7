import { candidates, namedFile, type Candidate, type CandidateContext } from './config-candidates.ts'
import { readConfigText, type ConfigText } from './config-text.ts'

export interface FindContext extends CandidateContext {
  /** Puts the bundled demo in its place and answers with the path of its YAML. */
  readonly demo: () => Promise<string>
}

/** The file that the last look chose. */
export interface Choice {
  readonly file: string
  readonly demo: boolean
}

export interface Found extends Choice {
  readonly content: ConfigText
}

/** Every path whose change may change the answer of `findConfig`. */
export function pathsToWatch(context: FindContext, current: Choice | null): readonly string[] {
  const named = namedFile(context)
  const files = named === null ? candidates(context).map(({ file }) => file) : [named]
  return [...new Set([...files, ...(current === null ? [] : [current.file])])]
}

/**
 * The configuration as it is now. A file that was in use stays the one, missing or not, until a better one appears:
 * a save or a `git switch` that takes it away for a moment must not end anybody's sessions.
 */
export async function findConfig(context: FindContext, current: Choice | null): Promise<Found> {
  const named = namedFile(context)
  if (named !== null) return { file: named, demo: false, content: await readConfigText(named) }
  const inUse = current === null || current.demo ? null : current.file
  for (const candidate of candidates(context)) {
    const content = await readConfigText(candidate.file)
    if (candidate.file === inUse || counts(candidate, content)) return { file: candidate.file, demo: false, content }
  }
  const file = current?.demo === true ? current.file : await context.demo()
  return { file, demo: true, content: await readConfigText(file) }
}

function counts({ needsAuth }: Candidate, content: ConfigText): boolean {
  if (content.kind === 'missing') return false
  return !needsAuth || (content.kind === 'text' && SPEAKS_OF_AUTH.test(content.text))
}

/** Also true of a file with a mistake in it: then the person is told about the mistake. */
const SPEAKS_OF_AUTH = /^(?:auth|"auth"|'auth')\s*:/m
