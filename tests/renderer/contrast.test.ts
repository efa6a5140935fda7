import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

/** WCAG 2.2, 1.4.3: text. */
const TEXT = 4.5
/** WCAG 2.2, 1.4.11: what one must see to use a control or to read a picture. */
const GRAPHIC = 3

const grounds = ['canvas', 'surface', 'sunken', 'idle-soft', 'accent-soft']
const texts = ['text', 'text-soft', 'text-faint']
const states = ['live', 'soon', 'need', 'bad', 'idle', 'accent']

const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ...texts.flatMap((front) => grounds.map((back) => [front, back, TEXT] as const)),
  ...['need-soft', 'bad-soft', 'soon-soft'].flatMap((back) =>
    ['text', 'text-soft', 'text-faint'].map((front) => [front, back, TEXT] as const),
  ),
  ...states.flatMap((state) =>
    [state, ...grounds, `${state}-soft`].slice(1).map((back) => [state, back, TEXT] as const),
  ),
  ...grounds.map((back) => ['production', back, TEXT] as const),
  ['text', 'found', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['surface', 'need', TEXT],
  ['surface', 'bad', TEXT],
  ['surface', 'text', TEXT],
  ['text', 'live-soft', TEXT],
  ['canvas', 'text', TEXT],
  ['line-control', 'surface', GRAPHIC],
  ['line-control', 'canvas', GRAPHIC],
  ['switch', 'canvas', GRAPHIC],
  ['switch', 'accent-soft', GRAPHIC],
  ['on-switch', 'switch', GRAPHIC],
  ['accent', 'canvas', GRAPHIC],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_scheme, text) => {
  const colours = new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]))
  test.each(pairs)('%s on %s reaches %d to 1', (front, back, least) => {
    expect(contrast(colours.get(front), colours.get(back))).toBeGreaterThanOrEqual(least)
  })
})

/** The contrast ratio of WCAG 2.2. Not a number where a colour is missing, which fails every comparison. */
function contrast(front: string | undefined, back: string | undefined): number {
  const [brighter = Number.NaN, darker = Number.NaN] = [luminance(front), luminance(back)].toSorted((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

function luminance(colour = ''): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * (red ?? Number.NaN) + 0.7152 * (green ?? Number.NaN) + 0.0722 * (blue ?? Number.NaN)
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
