/** The picture as a file of its own: every colour and font that style sheets give it is written into it. */
export function standaloneSvg(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of a picture is a picture')
  const from = [picture, ...picture.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  for (const [at, element] of from.entries()) inline(getComputedStyle(element), to[at])
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.prepend(ground(getComputedStyle(document.documentElement).getPropertyValue('--surface')))
  return new XMLSerializer().serializeToString(copy)
}

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const

/** Names and places in the page mean nothing outside of it. */
const PAGE_ONLY = /^(?:class|tabindex|role|aria-.*|data-.*)$/

function inline(style: CSSStyleDeclaration, element: Element | undefined): void {
  if (element === undefined) return
  const own = element.getAttribute('fill')
  for (const name of element.getAttributeNames()) if (PAGE_ONLY.test(name)) element.removeAttribute(name)
  for (const name of STYLES) element.setAttribute(name, style.getPropertyValue(name))
  if (own !== null) element.setAttribute('fill', own)
}

function ground(colour: string): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  rect.setAttribute('width', '100%')
  rect.setAttribute('height', '100%')
  rect.setAttribute('fill', colour)
  return rect
}

/** Twice as fine as the window, for slides and tickets. */
const FINE = 2

export async function pngOf(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * FINE
  canvas.height = height * FINE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be drawn')) : resolve(blob)))
  })
}
