import type { Problem } from '../base/problem.ts'
import type { Identity } from '../identity/identity.ts'
import type { Run } from '../trust/run.ts'
import type { Property } from './read-profiles.ts'

/** Whether the AWS tools sign in through a browser for it (`aws configure sso`). */
export const signsIn = (section: ReadonlyMap<string, Property>): boolean =>
  section.has('sso_session') || section.has('sso_start_url')

/**
 * Credtray signs in nowhere, but the AWS CLI prints such keys. Of another name: the AWS tools prefer a sign-in to what
 * stands in the credentials file under the same one.
 */
export const wayInto = (profile: string): string =>
  `Add a profile with its keys to this file: [profile ${profile}-keys], and in it the line ` +
  `credential_process = aws configure export-credentials --profile ${profile}`

/** Those that no command reads already: whoever has written the line need not be told of it. */
export function unread(signIns: readonly Identity[], commands: readonly Run[]): readonly Identity[] {
  const read = new Set(commands.flatMap(({ text }) => [...text.matchAll(PROFILE)].map(([, name]) => name)))
  return signIns.filter(({ name }) => !read.has(name))
}

const PROFILE = /--profile[\s=]+["']?([^\s"']+)/g

/** What those are told who are shown the demo, since none of their profiles is of use yet. `null`: there are none. */
export function signInNote([first, ...others]: readonly Identity[]): Problem | null {
  if (first === undefined) return null
  const { name, where } = first
  const them = others.length === 0 ? `"${name}" signs` : `"${name}" and ${others.length} more profiles sign`
  return {
    code: 'config/signs-in',
    message: `${others.length === 1 ? them.replace('profiles', 'profile') : them} in through AWS SSO.`,
    hint: `${wayInto(name)}, and start Credtray again.`,
    where,
  }
}
