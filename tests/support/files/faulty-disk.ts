import { type Disk, nodeDisk } from '#host/aws-files/disk'

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up by a test`), { code })
}

/** The real disk, with some of its calls replaced. */
export const faultyDisk = (faults: Partial<Disk>): Disk => ({ ...nodeDisk, ...faults })

/** The real disk, but a file that is opened for writing cannot take a byte. */
export function fullDisk(code = 'ENOSPC'): Disk {
  return faultyDisk({
    open: async (path, flags, mode) => {
      const file = await nodeDisk.open(path, flags, mode)
      if (String(path).endsWith('.tmp')) file.writeFile = () => Promise.reject(systemError(code))
      return file
    },
  })
}
