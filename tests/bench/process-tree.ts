import { readdirSync, readFileSync } from 'node:fs'

/** What a program and all it started hold and have used, from /proc. Linux only. */
export interface TreeUse {
  readonly processes: number
  /** Memory with each shared page divided among those who share it: the sum over processes is true. */
  readonly pssMiB: number
  /** On all cores, since each process began. */
  readonly cpuSeconds: number
}

export function useOf(rootPid: number): TreeUse {
  const pids = treeOf(rootPid)
  const pssKiB = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return {
    processes: pids.length,
    pssMiB: rounded(sum(pssKiB) / 1_024),
    cpuSeconds: sum(pids.map(cpuNanoseconds)) / 1e9,
  }
}

/** The process and its descendants. */
function treeOf(rootPid: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const pid of numbersIn('/proc')) {
    const parent = parentOf(pid)
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const below = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return below(rootPid)
}

/** The name of a program stands in brackets and may hold anything, brackets too. */
function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

/** The scheduler's own account, to the nanosecond; `stat` counts in hundredths of a second. */
function cpuNanoseconds(pid: number): number {
  const threads = numbersIn(`/proc/${pid}/task`)
  return sum(threads.map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0)))
}

function numbersIn(folder: string): readonly number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger)
  } catch {
    return [] // it ended while we looked
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Enough to compare, not more than was measured. */
export function rounded(number: number, digits = 1): number {
  return Number(number.toFixed(digits))
}
