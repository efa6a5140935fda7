import type { Bridge } from '#bridge/contract'
import type { ExportFormat } from '#core/command/shell-exports'
import type { IdentityView } from '#core/snapshot/snapshot'
import { askerOf, report } from './asking.ts'
import { shellName } from './details/shell-names.ts'
import type { FaceStore } from './store.ts'

/** What a person takes an identity along to: a shell, the console, a terminal. */
export function openActions(bridge: Bridge, store: FaceStore) {
  const ask = askerOf(bridge, store)
  return {
    setExportFormat: (exportFormat: ExportFormat) => store.setState({ exportFormat }),
    async copyProfile({ name, profile }: IdentityView) {
      const demo = store.getState().state?.snapshot.config.demo === true
      const more = demo ? '. Tools find the demo with its exports only: see "Copy exports".' : ''
      report(store, await ask('session/copy-profile', name, name), `Copied AWS_PROFILE=${profile}${more}`)
    },
    async copyExports({ name, profile }: IdentityView) {
      const format = store.getState().exportFormat
      const outcome = await ask('session/copy-exports', { name, format, withKeys: false }, name)
      report(store, outcome, `Copied for ${shellName(format)}: AWS_PROFILE is ${profile}. No keys.`)
    },
    async copyEndpoint({ name }: IdentityView) {
      const format = store.getState().exportFormat
      const outcome = await ask('session/copy-endpoint', { name, format }, name)
      report(store, outcome, `Copied for ${shellName(format)}: where a program asks for keys of ${name}. No keys.`)
    },
    async copyKeys({ name }: IdentityView) {
      const format = store.getState().exportFormat
      const outcome = await ask('session/copy-exports', { name, format, withKeys: true }, name)
      report(store, outcome, `The keys of ${name} are on the clipboard, for 60 s.`)
    },
    async openConsole({ name }: IdentityView, destination: string | null) {
      const outcome = await ask('session/open-console', { name, destination }, name)
      report(store, outcome, `The console opens in your browser, as ${name}.`)
    },
    async openTerminal({ name, profile }: IdentityView) {
      report(store, await ask('session/open-terminal', name, name), `A terminal opens with AWS_PROFILE=${profile}.`)
    },
  }
}
