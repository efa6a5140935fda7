// Renders assets/icons/*.svg to what the platforms want: `npm run icons`. The pictures are kept in git, so that
// neither a build nor a start has to draw.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'

const assets = fileURLToPath(new URL('../assets/', import.meta.url))

/**
 * Each colour stands out by 3:1 or more from a light (#f6f5f4) and from a dark (#303030) panel: Linux and Windows do not
 * tell which one they have. The colour only helps; the shape tells the state.
 */
const COLOURS = {
  calm: '#2f8f8a',
  soon: '#b07a1e',
  'needs-you': '#3d84e0',
  broken: '#e0524d',
  paused: '#82888f',
}

/** Windows scales its tray by these: 100, 125, 150, 200 and 300 %. */
const WINDOWS_TRAY = [16, 20, 24, 32, 48]
const APP = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Windows Explorer wants at least 16, 32, 48 and 256. */
const WINDOWS_APP = [16, 24, 32, 48, 64, 128, 256]

for (const [name, colour] of Object.entries(COLOURS)) {
  const fine = source(`16/${name}.svg`)
  const linux = source(`22/${name}.svg`)
  // macOS paints templates itself and reads only their alpha; the name makes the image a template.
  write(`tray/mac/${name}Template.png`, draw(fine, 16, '#000000'))
  write(`tray/mac/${name}Template@2x.png`, draw(fine, 32, '#000000'))
  write(`tray/linux/${name}.png`, draw(linux, 22, colour))
  write(`tray/linux/${name}@2x.png`, draw(linux, 44, colour))
  write(`tray/win/${name}.ico`, ico(WINDOWS_TRAY.map((size) => ({ size, png: draw(fine, size, colour) }))))
}

const app = source('app.svg')
for (const size of APP) write(`app/${size}x${size}.png`, draw(app, size, '#000000'))
write('app/icon.ico', ico(WINDOWS_APP.map((size) => ({ size, png: draw(app, size, '#000000') }))))

/** @param {string} path */
function source(path) {
  return readFileSync(`${assets}icons/${path}`, 'utf8')
}

/** @param {string} svg @param {number} size @param {string} colour */
function draw(svg, size, colour) {
  const picture = new Resvg(svg.replaceAll('currentColor', colour), { fitTo: { mode: 'width', value: size } })
  return picture.render().asPng()
}

/** @param {string} path @param {Uint8Array} bytes */
function write(path, bytes) {
  mkdirSync(dirname(assets + path), { recursive: true })
  writeFileSync(assets + path, bytes)
}

/**
 * An ICO is a table of contents and then PNGs as they are (understood since Windows Vista).
 * @param {readonly { size: number, png: Uint8Array }[]} pictures
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const row = 6 + 16 * index
    head.writeUInt8(size % 256, row) // 0 stands for 256
    head.writeUInt8(size % 256, row + 1)
    head.writeUInt16LE(1, row + 4) // colour planes
    head.writeUInt16LE(32, row + 6) // bits a pixel
    head.writeUInt32LE(png.length, row + 8)
    head.writeUInt32LE(offset, row + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
