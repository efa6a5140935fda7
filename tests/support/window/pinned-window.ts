import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWindow, CHROMIUM } from './panel-page.ts'

/** A Chromium that draws alike wherever it runs. How letters are hinted it asks of fontconfig and of no switch. */
export const PINNED_CHROMIUM = {
  ...CHROMIUM,
  args: [...CHROMIUM.args, '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars', '--lang=en-GB'],
  env: {
    ...process.env,
    FONTCONFIG_FILE: fileURLToPath(new URL('../../fixtures/fonts/fonts.conf', import.meta.url)),
    LANGUAGE: 'en_GB',
  },
}

/** The window has the system's font, and no two systems have the same. */
const fonts = () => ({
  'pinned-sans.woff2': import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'pinned-mono.woff2': import.meta
    .resolve('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'),
})

const FACES = `
@font-face { font-family: 'Pinned Sans'; font-weight: 100 900; src: url('./pinned-sans.woff2') }
@font-face { font-family: 'Pinned Mono'; font-weight: 100 900; src: url('./pinned-mono.woff2') }
:root { --font: 'Pinned Sans'; --font-code: 'Pinned Mono' }
`

/** The window as it is built, but for its fonts, which the policy of this copy lets in. Answers with its folder. */
export async function buildPinnedWindow(): Promise<string> {
  const folder = await buildWindow()
  for (const [name, path] of Object.entries(fonts())) {
    await copyFile(fileURLToPath(path), join(folder, name))
  }
  await writeFile(join(folder, 'pinned.css'), FACES)
  await copyFile(new URL('../../fixtures/fonts/probe.html', import.meta.url), join(folder, 'probe.html'))
  const page = join(folder, 'index.html')
  const html = await readFile(page, 'utf8')
  const pinned = html
    .replace("default-src 'none'", "default-src 'none'; font-src 'self'")
    .replace('</head>', '<link rel="stylesheet" href="./pinned.css" /></head>')
  await writeFile(page, pinned)
  return folder
}
