import type { Page } from '@playwright/test'

/** Texts that are drawn, wholly or in part, with a font of this system: it may be another one elsewhere. */
export async function strayTexts(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true })
  const parents = new Set(nodes.flatMap(({ nodeType, parentId }) => (nodeType === TEXT ? [parentId ?? 0] : [])))
  const stray: string[] = []
  for (const nodeId of parents) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    if (fonts.every(({ isCustomFont }) => isCustomFont)) continue
    const of = nodes.filter((node) => node.parentId === nodeId && node.nodeType === TEXT)
    stray.push(of.map(({ nodeValue }) => nodeValue).join(''))
  }
  await session.detach()
  return stray
}

/** `Node.TEXT_NODE`, which Node does not have. */
const TEXT = 3
