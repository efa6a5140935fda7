import type { TrayAction } from '#core/tray/tray-action'
import type { Orders } from './orders.ts'

type OfIdentity = Extract<TrayAction, { name: unknown }>

/** A row of the tray's menu, a notification or one of its buttons was clicked. */
export function obey(orders: Orders, action: TrayAction): Promise<void> | void {
  if ('name' in action) return obeyOne(orders, action)
  switch (action.kind) {
    case 'open':
      return orders.show(null)
    case 'open-screen':
      return orders.showScreen(action.screen)
    case 'activate-set':
      return orders.activateSetUnseen(action.set)
    case 'deactivate-set':
      return Promise.allSettled(action.names.map((name) => orders.deactivate(name))).then(() => undefined)
    case 'set-paused':
      return orders.setPaused(action.paused)
    case 'panic':
      return orders.panic().then(() => undefined)
    default:
      return obeyApp(orders, action)
  }
}

function obeyOne(orders: Orders, { kind, name }: OfIdentity): Promise<void> | void {
  switch (kind) {
    case 'open-identity':
      return orders.show(name)
    case 'activate':
      return orders.activateUnseen(name)
    case 'deactivate':
      return orders.deactivate(name)
    case 'refresh':
      return orders.refresh(name, null)
    case 'copy-profile':
      return orders.copyProfile(name)
    case 'open-console':
      return orders.openConsole(name)
  }
}

type OfApp = Extract<TrayAction, { kind: 'snooze' | 'copy-diagnostics' | 'rebuild' | 'restart' | 'quit' }>

function obeyApp(orders: Orders, action: OfApp): void {
  switch (action.kind) {
    case 'snooze':
      return orders.snooze(action.span)
    case 'copy-diagnostics':
      return orders.copyDiagnostics()
    case 'restart':
      return orders.restart()
    case 'quit':
      return orders.quit()
    // The tray itself does it.
    case 'rebuild':
  }
}
