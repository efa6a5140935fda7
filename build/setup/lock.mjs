/** @typedef {{ version?: string, license?: string, dev?: boolean, engines?: unknown, optionalDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock */
/** @typedef {{ name: string, version: string, wantedBy: Entry }} Missing */

/**
 * Optional packages that another package names and the lock does not hold.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([folder, wantedBy]) =>
    Object.entries(wantedBy.optionalDependencies ?? {})
      .filter(([name]) => !placesFor(folder, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, wantedBy })),
  )
}

/**
 * Where Node would look, nearest first: `node_modules/a/node_modules/b`, then `node_modules/b`.
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function placesFor(folder, name) {
  if (folder === '') return [`node_modules/${name}`]
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  return [`${folder}/node_modules/${name}`, ...placesFor(above, name)]
}

/**
 * @param {Lock} lock
 * @param {readonly Missing[]} missing
 * @returns {Lock}
 */
export function completed(lock, missing) {
  const added = missing.map(({ name, version, wantedBy }) => {
    const { dev, license, engines } = wantedBy
    return [`node_modules/${name}`, { version, ...systemOf(name), dev, license, engines, optional: true }]
  })
  const packages = Object.fromEntries(
    [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...lock, packages }
}

/**
 * Read from the name, as these packages spell it: `binding-linux-arm64-musl`, `darwin-x64`, `binding-win32-x64-msvc`.
 * @param {string} name
 */
function systemOf(name) {
  const words = name.split('/').at(-1)?.split('-') ?? []
  /** @param {readonly string[]} known */
  const named = (known) => words.filter((word) => known.includes(word))
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc']
  const os = named(['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'])
  if (os.length === 0)
    throw new Error(`${name} does not tell which system it is for; add it to package-lock.json by hand`)
  return {
    os,
    cpu: named(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']),
    ...(os[0] === 'linux' ? { libc } : {}),
  }
}
