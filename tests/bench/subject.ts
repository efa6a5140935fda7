import { fileURLToPath } from 'node:url'
import { root } from '../../build/setup/project.mjs'

/** An app that is measured, and how it is brought into its three shapes. */
export interface Subject {
  readonly name: string
  readonly folder: string
  readonly trayOnly: Start
  readonly withWindow: Start
  /** The row of its tray menu that opens the window; its beginning is enough. */
  readonly opens: string
}

interface Start {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** What any Electron app with a tray costs. */
export const emptyApp: Subject = {
  name: 'empty',
  folder: fileURLToPath(new URL('tests/support/desk/empty-app', `file://${root}/`)),
  trayOnly: { args: [], env: {} },
  withWindow: { args: [], env: { EMPTY_APP_WINDOW: '1' } },
  opens: 'Open window',
}

/** Credtray with its demo: eight identities, two of them renewed while we measure. */
export const credtray: Subject = {
  name: 'credtray',
  folder: root,
  trayOnly: { args: ['--hidden'], env: {} },
  withWindow: { args: [], env: {} },
  opens: 'Open',
}
