import { type KeyNotingServer, startKeyNotingServer } from './key-noting-server.ts'

/**
 * Speaks as IAM does to `aws iam list-users`, which asks for page after page by itself: there is another one until it has
 * signed with so many access keys.
 */
export function startPagedService(keysWanted: number): Promise<KeyNotingServer> {
  let pages = 0
  return startKeyNotingServer(({ keys }, response) => {
    pages += 1
    response.setHeader('Content-Type', 'text/xml')
    response.end(page(pages, keys.length < keysWanted && pages < MOST_PAGES))
  })
}

/** A client that never renews must come to an end too. */
const MOST_PAGES = 50_000

const page = (
  number: number,
  more: boolean,
): string => `<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
<ListUsersResult><Users></Users><IsTruncated>${more}</IsTruncated>${more ? `<Marker>${number}</Marker>` : ''}</ListUsersResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></ListUsersResponse>`
