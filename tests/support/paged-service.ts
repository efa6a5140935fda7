import { once } from 'node:events'
import { createServer } from 'node:http'

/** A service whose list has another page until it has been asked with several access keys by the same client. */
export interface PagedService extends AsyncDisposable {
  readonly url: string
  /** The access keys that signed, in order, each once. */
  readonly keys: readonly string[]
}

/** Speaks as IAM does to `aws iam list-users`, which asks for page after page by itself. */
export async function startPagedService(keysWanted: number): Promise<PagedService> {
  const keys: string[] = []
  let pages = 0
  const server = createServer((request, response) => {
    const [, key] = /Credential=([A-Z0-9]+)\//.exec(request.headers.authorization ?? '') ?? []
    if (key !== undefined && !keys.includes(key)) keys.push(key)
    pages += 1
    request.resume().on('end', () => {
      response.setHeader('Content-Type', 'text/xml')
      response.end(page(pages, keys.length < keysWanted && pages < MOST_PAGES))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    keys,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A client that never renews must come to an end too. */
const MOST_PAGES = 50_000

const page = (
  number: number,
  more: boolean,
): string => `<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
<ListUsersResult><Users></Users><IsTruncated>${more}</IsTruncated>${more ? `<Marker>${number}</Marker>` : ''}</ListUsersResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></ListUsersResponse>`
