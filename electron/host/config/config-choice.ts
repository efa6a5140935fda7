import path from 'node:path'
import { readAwsImport } from './aws-import.ts'
import { candidates, type CandidateContext, type Group } from './config-candidates.ts'
import { collectLayers } from './config-layers.ts'
import type { Look } from './config-look.ts'

/** What the last look chose. */
export type Choice =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'demo'; readonly file: string }

export interface ChoiceContext extends CandidateContext {
  /** Puts the bundled demo in its place and answers with the path of its YAML. */
  readonly demo: () => Promise<string>
}

/**
 * The configuration as it is now. What was in use stays the one, missing or not, until a better one appears: a save or a
 * `git switch` that takes a file away for a moment must not end anybody's sessions.
 */
export async function choose(context: ChoiceContext, look: Look, current: Choice | null): Promise<Choice> {
  const inUse = current?.kind === 'group' ? current.group : null
  const group =
    (await chosenGroup(context, look, inUse)) ?? (inUse?.kind === 'aws' ? inUse : await awsGroup(context, look))
  if (group !== null) return { kind: 'group', group }
  return { kind: 'demo', file: current?.kind === 'demo' ? current.file : await context.demo() }
}

/** The best group of YAML files that counts, or the one in use. */
async function chosenGroup(context: ChoiceContext, look: Look, inUse: Group | null): Promise<Group | null> {
  const groups = await candidates(context, look)
  for (const kind of ['named', 'project', 'own', 'computer'] as const) {
    const group = groups.find((one) => one.kind === kind)
    if (group !== undefined && (await counts(group, look, context))) return group
    if (inUse?.kind === kind) return inUse
  }
  return null
}

/** `null`: there is nothing of use in the shared AWS files. */
async function awsGroup(context: CandidateContext, look: Look): Promise<Group | null> {
  const { identities, file } = await readAwsImport({ ...context, userName: '' }, look)
  return identities.length === 0 ? null : { kind: 'aws', mains: [], file, needsAuth: false }
}

/** The demo's own file, as a group. */
export function demoGroup(file: string): Group {
  return { kind: 'named', mains: [{ folder: path.dirname(file), file, fragmentFolders: [] }], file, needsAuth: false }
}

async function counts(group: Group, look: Look, { env, home }: CandidateContext): Promise<boolean> {
  if (group.kind === 'named') return true
  if (!group.needsAuth) return (await look.text(group.file)).kind !== 'missing'
  const reading = { variable: () => undefined, functions: () => ({ kind: 'pending' }) as const }
  const { layers } = await collectLayers(group.mains, { look, reading, env, home })
  return layers.some(({ text }) => SPEAKS_OF_AUTH.test(text))
}

/** Also true of a file with a mistake in it: then the person is told about the mistake. */
const SPEAKS_OF_AUTH = /^(?:auth|"auth"|'auth')\s*:/m
