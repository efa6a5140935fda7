import { examine } from '#core/doctor/examine'
import type { DoctorFacts } from '#core/doctor/facts'
import type { DiagnosticsFacts } from '#core/diagnostics/diagnostics'
import { diagnosticsBundle } from '#core/diagnostics/diagnostics-bundle'
import type { Contacts } from '#engine/contacts'
import type { Engine } from '#engine/engine'
import type { History } from '#engine/ports'

export interface DiagnosticsOrder {
  /** All that helps somebody who helps, as text. `names`: with those of the person. `copy`: onto the clipboard, too. */
  diagnose(wish: { readonly names: boolean; readonly copy: boolean }): Promise<string>
}

export interface DiagnosticsParts {
  readonly engine: Pick<Engine, 'snapshot'>
  readonly about: () => DiagnosticsFacts
  readonly facts: () => Promise<DoctorFacts>
  readonly history: Pick<History, 'read'>
  readonly contacts: Pick<Contacts, 'report'>
  /** What the app has noted, the oldest first. */
  readonly log: () => Promise<readonly string[]>
  readonly copy: (text: string) => void
}

export function createDiagnosticsOrder(parts: DiagnosticsParts): DiagnosticsOrder {
  const { engine, about, facts, history, contacts, log, copy } = parts
  return {
    async diagnose(wish) {
      const [found, entries, lines] = await Promise.all([facts(), history.read(), log()])
      const text = diagnosticsBundle(
        {
          snapshot: engine.snapshot(),
          about: about(),
          examination: examine(found),
          history: entries,
          log: lines,
          // Read last: the look around asks somebody, too.
          contacts: contacts.report(),
        },
        wish.names,
      )
      if (wish.copy) copy(text)
      return text
    },
  }
}
