import type { IdentityName } from '../identity/identity.ts'

/** What a click outside of the window asks for: on a row of the tray's menu, on a notification or one of its buttons. */
export type TrayAction =
  | { readonly kind: 'open' }
  /** Open the window at this identity: it needs a person, or the person wants to know more. */
  | { readonly kind: 'open-identity'; readonly name: IdentityName }
  | { readonly kind: 'open-screen'; readonly screen: ScreenName }
  /** Production asks in the window. */
  | { readonly kind: 'activate'; readonly name: IdentityName }
  | { readonly kind: 'deactivate'; readonly name: IdentityName }
  | { readonly kind: 'refresh'; readonly name: IdentityName }
  | { readonly kind: 'copy-profile'; readonly name: IdentityName }
  | { readonly kind: 'open-console'; readonly name: IdentityName }
  | { readonly kind: 'activate-set'; readonly set: string }
  | { readonly kind: 'deactivate-set'; readonly names: readonly IdentityName[] }
  | { readonly kind: 'set-paused'; readonly paused: boolean }
  | { readonly kind: 'snooze'; readonly span: SnoozeSpan }
  | { readonly kind: 'copy-diagnostics' }
  /** Hand the menu to the desktop once more: some panels lose rows. */
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'panic' }
  | { readonly kind: 'quit' }

/** The screens of the window that can be opened from outside. `help`: the dialog of its keys, over the one that is shown. */
export type ScreenName = 'settings' | 'files' | 'trust' | 'problems' | 'diagnostics' | 'help'

/** How long notifications are kept back. `off`: no longer. */
export type SnoozeSpan = 'half-hour' | 'hour' | 'tomorrow' | 'off'
