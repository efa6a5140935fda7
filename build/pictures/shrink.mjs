import { rmSync } from 'node:fs'

/** As many as a PNG with a palette can have, and a few to spare for ImageMagick. */
const COLOURS = 250

/**
 * Makes a PNG smaller by a palette of the colours that are used most. All flat colours stay exactly as they are; only
 * the edges of letters are rounded to a neighbour. No times are kept: the same picture is the same file.
 * @param {import('./desk.mjs').Desk} desk
 * @param {string} file
 */
export async function shrink(desk, file) {
  const palette = `${file}.palette.png`
  const counted = await desk.ask('convert', file, '-depth', '8', '-format', '%c', 'histogram:info:')
  const colours = [...counted.matchAll(/^\s*(\d+):.*?(#[0-9A-F]{6,8})\b/gm)]
    .map(([, count, colour = '']) => ({ count: Number(count), colour }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, COLOURS)
  await desk.ask('convert', '-size', '1x1', ...colours.map(({ colour }) => `xc:${colour}`), '+append', palette)
  const remap = ['+dither', '-remap', palette, '-strip']
  const settings = ['-define', 'png:compression-level=9', '-define', 'png:compression-filter=0']
  await desk.ask('convert', file, ...remap, ...settings, file)
  rmSync(palette)
}
