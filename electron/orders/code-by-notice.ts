import { problemOf } from '#core/base/problem'
import type { IdentityName } from '#core/identity/identity'
import type { Notice } from '#core/notices/notice'
import { asksForCode, askAgain } from '#core/notices/notice-words'
import { viewNamed } from '#core/snapshot/view-named'
import type { Engine } from '#engine/engine'
import type { Orders } from './orders.ts'

/** A code that was typed into a notification. Resolves with what is asked next; `null`: nothing, or it is told elsewhere. */
export async function codeByNotice(
  { engine, orders }: { readonly engine: Pick<Engine, 'snapshot'>; readonly orders: Pick<Orders, 'refresh'> },
  name: IdentityName,
  text: string,
): Promise<Notice | null> {
  const again = (why: string): Notice | null => {
    const { identities, ...around } = engine.snapshot()
    const view = viewNamed({ identities }, name)
    return view === null || !asksForCode(view.state) ? null : askAgain(view, why, around)
  }
  const code = text.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return again('That was not six digits.')
  try {
    await orders.refresh(name, code)
    return null
  } catch (error) {
    const { hideNames } = engine.snapshot().settings.notify
    return again(hideNames ? 'That code did not do.' : problemOf(error).message)
  }
}
