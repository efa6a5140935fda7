import { type DiagnosticsFacts, diagnostics, diagnosticsText } from '#core/diagnostics/diagnostics'
import type { ScreenName, SnoozeSpan } from '#core/tray/tray-action'
import type { Engine } from '#engine/engine'

/** What only the tray and notifications ask for. */
export interface TrayOrders {
  showScreen(screen: ScreenName): void
  snooze(span: SnoozeSpan): void
  copyDiagnostics(): void
}

export interface TrayOrderParts extends Pick<TrayOrders, 'showScreen' | 'snooze'> {
  readonly engine: Engine
  readonly copy: (text: string) => void
  /** Shows a sentence although the window may be closed. */
  readonly tell: (words: string) => void
  readonly about: () => DiagnosticsFacts
}

export function createTrayOrders({ engine, copy, tell, about, showScreen, snooze }: TrayOrderParts): TrayOrders {
  return {
    showScreen,
    snooze,
    copyDiagnostics() {
      copy(diagnosticsText(diagnostics(engine.snapshot(), about())))
      tell('The diagnostics are on the clipboard. They name no identity, account or key.')
    },
  }
}
