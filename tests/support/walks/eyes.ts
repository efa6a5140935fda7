/** What a person who looks at the window can tell of it. Lives inside of the page, and closes over nothing. */
export interface Eyes {
  /** How many things of this name can be pressed, chosen or written in now. */
  count(name: Name): number
  find(name: Name): Element | null
  /** How what was found is read out, in the words of `names`. */
  nameIn(name: Name): string
  /** Whether the focus stands on a thing of this name. */
  isOn(name: Name): boolean
  /** What has the focus, in words. */
  here(): string
  /** The row of the list that has the focus. `null`: none. */
  row(): string | null
  /** All that can be pressed, chosen or written in now, by its name. */
  names(): readonly string[]
  /** What is wrong with where the focus stands. `null`: nothing. */
  complaint(): string | null
}

/** A name as it is read out, or a pattern of it. `at`: which one of several, counted from 0. */
export interface Name {
  readonly is?: string
  readonly like?: string
  readonly at: number | null
}

/** Sent into the page as source. */
export function createEyes(): Eyes {
  const PRESSED = 'button, a[href], input, select, textarea, summary, [role="slider"]'
  let wasAnywhere = false
  document.addEventListener('focusin', () => {
    wasAnywhere = true
  })

  const words = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  /** What stands on top: behind an open dialog nothing can be had. */
  const top = (): ParentNode => document.querySelector('dialog[open]') ?? document
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest('[inert]') === null
  const isOff = (element: Element): boolean =>
    element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true'
  const byIds = (ids: string | null): string =>
    words(
      (ids ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    )
  const labelled = (element: Element): string => {
    if (!('labels' in element && element.labels instanceof NodeList)) return ''
    const label = element.labels.item(0)?.cloneNode(true)
    if (!(label instanceof HTMLElement)) return ''
    for (const inner of label.querySelectorAll('select, input')) inner.remove()
    return words(label.textContent)
  }
  const nameOf = (element: Element): string =>
    byIds(element.getAttribute('aria-labelledby')) ||
    words(element.getAttribute('aria-label')) ||
    labelled(element) ||
    words(element.textContent)
  /** What leads to a place or to an identity is called by it: one is as good as the other. */
  const toldAs = (element: Element): string => {
    if (element.closest('[role="row"]') !== null) return '(row)'
    if (element.matches('.place-link')) return '(place)'
    return element.matches('.hop-link') ? '(identity)' : nameOf(element)
  }
  const all = (): readonly Element[] =>
    [...top().querySelectorAll(PRESSED)].filter((element) => isSeen(element) && !isOff(element))
  const fits = (element: Element, { is, like }: Name): boolean =>
    like === undefined ? nameOf(element) === is : new RegExp(like, 'u').test(nameOf(element))
  const named = (name: Name): readonly Element[] => {
    // What a row has is reached by the keys of the row.
    const found = all().filter((element) => element.closest('[role="row"]') === null && fits(element, name))
    const one = name.at === null ? undefined : found.at(name.at)
    if (name.at !== null) return one === undefined ? [] : [one]
    return found
  }

  return {
    count: (name) => named(name).length,
    find: (name) => named(name)[0] ?? null,
    isOn: (name) => document.activeElement !== null && named(name).includes(document.activeElement),
    here: () => {
      const element = document.activeElement
      return element === null ? 'nothing' : `<${element.localName}> ${nameOf(element).slice(0, 60)}`
    },
    row: () => words(document.activeElement?.closest('[role="row"]')?.querySelector('.row-name')?.textContent) || null,
    nameIn: (name) => named(name).map(toldAs)[0] ?? '',
    names: () => all().map(toldAs),
    complaint() {
      const element = document.activeElement
      // As the window opens nothing has the focus, and the keys are the list's.
      if (element === null || element === document.body) return wasAnywhere ? 'the focus is lost' : null
      if (!isSeen(element)) return `the focus stands on what cannot be seen: ${nameOf(element)}`
      return element.matches(':disabled') ? `the focus stands on what is off: ${nameOf(element)}` : null
    },
  }
}
