import { useEffect } from 'react'
import { useActions } from './services.ts'

/** What has the focus, and all that it stands in, from the inside out. */
interface Stand {
  readonly element: HTMLElement
  readonly around: readonly HTMLElement[]
}

/**
 * What has the focus can go away under a person's keys: a question is answered, a banner is put away, a screen is left.
 * The page then gives the focus to nothing, and the next Enter would be about a row of the list. So it goes to where
 * the thing stood, or back to where the person came from. A hand on the mouse is let be.
 */
export function useFocusKept(): void {
  const { backToRow } = useActions()
  useEffect(() => {
    let stand: Stand | null = null
    let cameFrom: HTMLElement | null = null
    let frame = 0
    const onFocus = ({ target, relatedTarget }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      // A row has gone by now: it is found again by where the keys stand.
      if (isOnPage(target) && !isOnPage(relatedTarget)) cameFrom = elementOf(relatedTarget)
      stand = { element: target, around: [...ancestorsOf(target)] }
    }
    const onPointer = () => {
      stand = null
    }
    const rescue = () => {
      if (stand === null || !isLost(stand.element)) return
      const place = placeFor(stand) ?? opener(stand, cameFrom)
      if (place === null) return backToRow()
      if (place.tabIndex < 0) place.tabIndex = -1
      place.focus({ preventScroll: true })
    }
    // In the next frame, when all have their focus who take it themselves.
    const observer = new MutationObserver(() => {
      if (stand === null || !isLost(stand.element)) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(rescue)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'open'] })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [backToRow])
}

const elementOf = (target: EventTarget | null): HTMLElement | null => (target instanceof HTMLElement ? target : null)

const isOnPage = (target: EventTarget | null): boolean => (elementOf(target)?.closest('.page') ?? null) !== null

function* ancestorsOf(element: HTMLElement): Generator<HTMLElement> {
  for (let at = element.parentElement; at !== null; at = at.parentElement) yield at
}

const isThere = (element: HTMLElement): boolean => element.isConnected && element.closest('dialog:not([open])') === null

function isLost(element: HTMLElement): boolean {
  const { activeElement } = document
  const isNowhere = activeElement === null || activeElement === document.body || activeElement === element
  return isNowhere && (!isThere(element) || element.matches(':disabled'))
}

/** Where in its pane it stood; the title of the pane where that is all of it. `null`: the pane has gone, too. */
function placeFor({ around }: Stand): HTMLElement | null {
  const place = around.find(isThere)
  const pane = place?.closest<HTMLElement>(PANES)
  if (place === undefined || pane === null || pane === undefined) return null
  return place === pane || place.parentElement === pane ? (pane.querySelector('h2') ?? place) : place
}

const PANES = '.details, .page, .selection, dialog'

/** Who left a screen is back at the button that opened it. */
function opener({ around }: Stand, cameFrom: HTMLElement | null): HTMLElement | null {
  const wasOnPage = around.some((element) => element.matches('.page'))
  return wasOnPage && cameFrom !== null && isThere(cameFrom) ? cameFrom : null
}
