import { consoleLasts } from '#core/actions/console-lasts'
import { consolePlace } from '#core/actions/console-place'
import { type Problem, ProblemError } from '#core/base/problem'
import type { Secret } from '#core/base/secret'
import { type ExportFormat, keyExports, profileExports } from '#core/command/shell-exports'
import type { IdentityName } from '#core/identity/identity'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { viewNamed } from '#core/snapshot/view-named'
import type { Engine } from '#engine/engine'
import type { SignInOrder } from '#host/opening/console-sign-in'
import { credentialDocument } from '#host/serving/credential-document'
import type { PageOrder } from '#host/opening/open-page'
import type { TerminalOrder } from '#host/opening/open-terminal'
import type { SettingsStore } from '#host/own-data/settings-file'

/** What a person takes an identity along to: a shell, the console, a terminal. */
export interface OpenOrders {
  copyProfile(name: IdentityName): void
  /** `withKeys`: the keys themselves, for a minute; else variables that name the profile. */
  copyExports(order: ExportOrder): Promise<void>
  /** `destination`: an alias of `DESTINATIONS`; `null` or absent: the first page. */
  openConsole(name: IdentityName, destination?: string | null): Promise<void>
  openTerminal(name: IdentityName): Promise<void>
}

export interface ExportOrder {
  readonly name: IdentityName
  readonly format: ExportFormat
  readonly withKeys: boolean
}

export interface OpenParts {
  readonly engine: Engine
  readonly settings: Pick<SettingsStore, 'current'>
  readonly copy: (text: string) => void
  /** Puts keys on the clipboard, for a minute. */
  readonly copyKeys: (text: string) => void | Promise<void>
  readonly signIn: (order: SignInOrder) => Promise<Secret>
  /** Opens a page whose address is a secret. */
  readonly openPage: (order: PageOrder) => Promise<void>
  readonly openTerminal: (order: TerminalOrder) => Promise<void>
}

export function createOpenOrders(parts: OpenParts): OpenOrders {
  const { engine, settings } = parts
  const find = (name: IdentityName): IdentityView | null => viewNamed(engine.snapshot(), name)
  /** Throws where the name is unknown. */
  const viewOf = (name: IdentityName): IdentityView =>
    find(engine.looks.chainOf(name).at(-1)?.name ?? name) ?? never(name)
  /** `null`: where every tool looks by itself. */
  const filesInUse = () => {
    const { files } = settings.current()
    const { config, credentialsFile } = engine.snapshot()
    return { ...files, credentials: config.demo ? credentialsFile : files.credentials }
  }

  return {
    copyProfile(name) {
      const view = find(name)
      if (view !== null) parts.copy(`AWS_PROFILE=${view.profile}`)
    },
    async copyExports({ name, format, withKeys }) {
      const view = viewOf(name)
      if (!withKeys) return parts.copy(profileExports(format, { ...view, files: filesInUse() }))
      const credentials = await engine.pull(name, { by: 'the clipboard', inside: [] })
      await parts.copyKeys(keyExports(format, credentialDocument(credentials), view.region))
    },
    async openConsole(name, destination = null) {
      const identity = viewOf(name)
      const { region, consoleProblem } = identity
      if (consoleProblem !== null) throw new ProblemError(consoleProblem)
      if (engine.snapshot().config.demo) throw new ProblemError(madeUp)
      const arnOf = (one: IdentityName) => find(one)?.arn ?? null
      const lasts = consoleLasts(engine.looks.chainOf(name), arnOf)
      const credentials = await engine.pull(name, { by: 'the AWS console', inside: [] })
      // Who it is may have become known by these very keys.
      const place = consolePlace({ arn: arnOf(name), region, destination })
      const target = await parts.signIn({ credentials, place, lasts })
      await parts.openPage({ target, program: settings.current().programs.browser, identity })
    },
    async openTerminal(name) {
      const { profile, region, state } = viewOf(name)
      if (!isActiveState(state)) throw new ProblemError(notActive(name))
      const { programs } = settings.current()
      await parts.openTerminal({ profile, region, files: filesInUse(), program: programs.terminal })
    },
  }
}

/** The engine knows it and the snapshot does not: it has left the configuration in between. */
function never(name: IdentityName): never {
  throw new ProblemError({
    code: 'identity/unknown',
    message: `There is no identity named ${name} any more.`,
    hint: 'Look at the configuration: it was changed a moment ago.',
  })
}

const madeUp: Problem = {
  code: 'action/no-console',
  message: 'The keys of the demo are made up, so AWS has no console for them.',
  hint: 'Write a configuration of your own; the console then opens from here.',
}

const notActive = (name: string): Problem => ({
  code: 'action/not-started',
  message: `${name} is not active, so its profile holds no keys for a terminal.`,
  hint: 'Activate it first.',
})
