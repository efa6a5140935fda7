import type { ProblemCode } from '#core/base/problem'
import type { ExitCode } from './command.ts'

/** Of several things that went wrong together. Approval comes first: without it nothing else can be judged. */
export function exitCodeOf(codes: readonly ProblemCode[]): ExitCode {
  if (codes.length === 0) return 0
  if (codes.every((code) => code === 'session/needs-person')) return 3
  if (codes.some((code) => code.startsWith('trust/'))) return 4
  return codes.some((code) => code.startsWith('identity/') || code.startsWith('config/')) ? 2 : 1
}
