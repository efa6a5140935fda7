import type { Page } from '@playwright/test'

/** All that the page holds in memory, as Chromium's own inspector sees it. */
export async function heapOf(page: Page): Promise<string> {
  const inspector = await page.context().newCDPSession(page)
  let heap = ''
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (heap += chunk))
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await inspector.detach()
  return heap
}
