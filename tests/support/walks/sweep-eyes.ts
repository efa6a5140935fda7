/** What is told of one place that the focus has come to. */
export interface Stand {
  /** Which one of the places it is, in the order of the page. -1: nothing has the focus. */
  readonly at: number
  /** What is wrong with it. `null`: nothing. */
  readonly complaint: string | null
}

export interface SweepEyes {
  /** Notes all that Tab has to reach now, and how it looks without the focus. Answers with the names. */
  begin(): readonly string[]
  /** What can be pressed and is reached neither by Tab nor by the keys of its row. */
  outOfReach(): readonly string[]
  /** Neighbours of which the later one stands before the earlier one. */
  outOfOrder(): readonly string[]
  stand(): Stand
}

/** Sent into the page as source, so it closes over nothing. */
export function createSweepEyes(): SweepEyes {
  interface Place {
    readonly element: Element
    readonly look: string
    readonly box: DOMRect
  }
  const LEAST_CONTRAST = 3
  let places: readonly Place[] = []

  const top = (): ParentNode => document.querySelector('dialog[open]') ?? document
  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `<${element.localName}> ${words.replaceAll(/\s+/g, ' ').trim().slice(0, 50)}`
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')
  const tabIndexOf = (element: Element): number =>
    element instanceof HTMLElement || element instanceof SVGElement ? element.tabIndex : -1
  const focusable = (): readonly Element[] =>
    [...top().querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(isShown)

  /** Some show the focus on what they stand in or on what stands in them: a field with a glass, a row of a picture. */
  const bearers = (element: Element): readonly Element[] =>
    [element, element.parentElement, element.firstElementChild].flatMap((one) => (one === null ? [] : [one]))
  const lookOf = (element: Element): string =>
    JSON.stringify(
      bearers(element).map((one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, stroke } = getComputedStyle(one)
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, stroke]
      }),
    )

  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const light = (colour: string): number => {
    if (pen === null) return 0
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const groundOf = (element: Element | null): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!/^rgba\(.*, 0\)$|^transparent$/u.test(backgroundColor)) return backgroundColor
    }
    return 'white'
  }
  const isPale = (element: Element): boolean => {
    const { outlineStyle, outlineColor, outlineOffset } = getComputedStyle(element)
    if (outlineStyle === 'none') return false
    const ground = groundOf(outlineOffset.startsWith('-') ? element : element.parentElement)
    const [dark = 0, bright = 0] = [light(outlineColor), light(ground)].toSorted((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05) < LEAST_CONTRAST
  }
  /** Under a foot or an edge it would have the focus and not be seen (WCAG 2.4.11). */
  const isCovered = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
    const [from, to] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
    if (right <= left || to <= from) return true
    // Somewhere, not everywhere: a long text may go on behind the edge.
    return ![0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
      const hit = document.elementFromPoint((left + right) / 2, from + (to - from) * share)
      // In a low window the details of a row lie over the list, and begin with its name.
      const isInDetails = element.matches('[role="row"]') && (hit?.closest('.details') ?? null) !== null
      return isInDetails || (hit !== null && (element.contains(hit) || hit.contains(element)))
    })
  }
  /** What moves by itself, or lies over the rest: places in two of them have no order that can be measured. */
  const scrolls = (element: Element): boolean =>
    tabIndexOf(element) < 0 && element.scrollHeight > element.clientHeight && element.localName === 'div'
  const layerOf = (element: Element): Element | null => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      const { overflowY, position } = getComputedStyle(at)
      if (/auto|scroll/u.test(overflowY) || /sticky|absolute|fixed/u.test(position)) return at
    }
    return null
  }

  return {
    begin() {
      places = focusable()
        .filter((element) => tabIndexOf(element) >= 0)
        .map((element) => ({
          element,
          look: element === document.activeElement ? '' : lookOf(element),
          box: element.getBoundingClientRect(),
        }))
      return places.map(({ element }) => nameOf(element))
    },
    outOfReach: () =>
      focusable()
        .filter((element) => tabIndexOf(element) < 0 && element.matches('a, button, input, select, textarea, summary'))
        .filter((element) => element.closest('[role="row"]') === null)
        .map(nameOf),
    outOfOrder: () =>
      places.flatMap((place, index) => {
        const next = places[index + 1]
        if (next === undefined || layerOf(place.element) !== layerOf(next.element)) return []
        const isAbove = next.box.bottom <= place.box.top + 2 && next.box.left < place.box.right
        const isBefore = Math.abs(next.box.top - place.box.top) < 4 && next.box.right <= place.box.left + 2
        return isAbove || isBefore ? [`${nameOf(place.element)}, then ${nameOf(next.element)}`] : []
      }),
    stand() {
      const element = document.activeElement
      // Between its last and its first place a dialog has the focus itself; and what scrolls may be scrolled by keys.
      const isNowhere = element === null || element === document.body || element.matches('dialog') || scrolls(element)
      if (isNowhere) return { at: -1, complaint: null }
      const at = places.findIndex((place) => place.element === element)
      const place = places[at]
      if (place === undefined) return { at, complaint: `${nameOf(element)} was not there before` }
      if (lookOf(element) === place.look) return { at, complaint: `${nameOf(element)} does not show the focus` }
      if (isPale(element)) return { at, complaint: `${nameOf(element)} shows the focus too pale` }
      return { at, complaint: isCovered(element) ? `${nameOf(element)} has the focus under something else` : null }
    },
  }
}
