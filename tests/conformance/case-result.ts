/** How one shared case went. `null`: as the case says. */
export interface CaseResult {
  readonly id: string
  readonly problem: string | null
}
