/** Which configuration and whose data. `null`: not named on the command line. */
export interface Where {
  readonly config: string | null
  readonly dataDir: string | null
  /** Where the search for a repository's configuration begins. */
  readonly folder: string | null
}

type Named = string | boolean | undefined

/** From the values of the switches `--config`, `--folder` and `--data-dir`. */
export function whereOf(values: {
  readonly config?: Named
  readonly folder?: Named
  readonly 'data-dir'?: Named
}): Where {
  const named = (value: Named): string | null => (typeof value === 'string' ? value : null)
  return { config: named(values.config), folder: named(values.folder), dataDir: named(values['data-dir']) }
}
