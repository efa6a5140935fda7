import type { IncomingMessage } from 'node:http'
import { type ContainerRefusal, refusal } from '#core/credentials/container-answer'

/**
 * Who may not even ask. A page in the person's browser can send requests to every port of this machine, so whatever only
 * a browser says is refused, and so is a name that somebody else's name server has led here (DNS rebinding).
 * `null`: nothing speaks against it; the token is looked at afterwards.
 */
export function refusedByGuard(request: IncomingMessage, port: number): ContainerRefusal | null {
  const { method, headers, rawHeaders } = request
  const names = rawHeaders.filter((_text, at) => at % 2 === 0).map((name) => name.toLowerCase())
  if (names.filter((name) => name === 'host').length !== 1 || !isOurHost(headers.host ?? '', port))
    return refusal(403, 'WrongHost', 'This is not the address of this endpoint.')
  if (names.some(saidByBrowsers)) return refusal(403, 'Browser', 'Programs may ask here, web pages may not.')
  if (method !== 'GET') return refusal(405, 'WrongMethod', 'Only GET is answered.')
  if (names.includes('transfer-encoding') || (headers['content-length'] ?? '0') !== '0')
    return refusal(413, 'Body', 'A question has no body.')
  return null
}

const isOurHost = (host: string, port: number): boolean =>
  [`127.0.0.1:${port}`, `localhost:${port}`].includes(host.toLowerCase())

/**
 * A page cannot keep its browser from sending Sec-Fetch-Site (https://www.w3.org/TR/fetch-metadata), and none of the SDKs
 * sends any of these. Sec-Fetch-Mode is not among them: the fetch of Node, which is no browser, sends that one alone.
 */
const saidByBrowsers = (name: string): boolean =>
  /^(?:origin|referer|cookie|sec-(?!fetch-mode$).*|access-control-request-.*)$/.test(name)
