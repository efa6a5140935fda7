/**
 * The window comes from a protocol of our own, so that nothing of it has the powers of file:
 * https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
export const SCHEME = 'credtray-window'
export const UI_ORIGIN = `${SCHEME}://app`

/**
 * What the window may load: its own files, and pictures that stand in them. Nothing that is made of text at run time, no
 * frame, no form, no connection. `renderer/index.html` says the same but for what only a header can say.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Of every answer of the protocol. */
export const WINDOW_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
}

export interface WindowRequest {
  readonly url: string
  readonly kind: 'part' | 'image' | 'download'
}

/** Whether the window may have it: its own files, pictures in an address, and downloads of what it made itself. */
export function isOfWindow({ url, kind }: WindowRequest): boolean {
  if (kind === 'download') return url.startsWith(`blob:${UI_ORIGIN}/`)
  return (
    url.startsWith(`${UI_ORIGIN}/`) ||
    url.startsWith(`blob:${UI_ORIGIN}/`) ||
    (kind === 'image' && url.startsWith('data:image/'))
  )
}
