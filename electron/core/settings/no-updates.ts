/** What is installed here, as far as it matters for who may replace it. */
export interface Installation {
  /** False: a checkout, which is updated by git. */
  readonly isPackaged: boolean
  /** Whether the package names the place where new versions are announced. */
  readonly hasFeed: boolean
  /** Who replaces its files: the app, the package manager that put them there, or the person. */
  readonly replacedBy: 'itself' | 'package-manager' | 'person'
}

/** Why this installation may not look for new versions. `null`: it may. */
export function whyNoUpdates({ isPackaged, hasFeed, replacedBy }: Installation): string | null {
  if (!isPackaged) return 'Only the installed app can be updated.'
  if (!hasFeed) return 'There is no release feed yet.'
  if (replacedBy === 'package-manager') return 'Your package manager updates this installation.'
  if (replacedBy === 'person') return 'This form has no installer: put the new one in its place.'
  return null
}
