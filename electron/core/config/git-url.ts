/** What the address of a repository names: `https://github.com/acme/infra.git`, `git@github.com:acme/infra.git`. */
export interface GitUrl {
  readonly host: string
  /** Everything between host and name; groups of groups stay together. */
  readonly owner: string
  readonly name: string
}

export function gitUrl(url: string): GitUrl | null {
  const [, host, path] =
    /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(url) ?? /^(?:[^@/:]+@)?([^/:]+):(.+)$/.exec(url) ?? []
  const [, owner, name] = /^(.+)\/([^/]+?)(?:\.git)?\/?$/.exec(path ?? '') ?? []
  return host === undefined || owner === undefined || name === undefined ? null : { host, owner, name }
}
