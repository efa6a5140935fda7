import type { Instant } from '../base/time.ts'

/** One moment a key, the nearest one first. Setting, moving and taking cost the logarithm of how many there are. */
export interface Deadlines<Key> {
  /** `null`: nothing is to come for this key. */
  set(key: Key, at: Instant | null): void
  /** The nearest moment of all. `null`: there is none. */
  next(): Instant | null
  /** Takes out the keys whose moment has come, the nearest first. */
  takeDue(now: Instant): readonly Key[]
  clear(): void
}

interface Slot<Key> {
  readonly key: Key
  readonly at: Instant
}

/** A binary heap. A moment that was moved stays in it as a dead slot until it comes to the top. */
export function createDeadlines<Key>(): Deadlines<Key> {
  const moments = new Map<Key, Instant>()
  let heap: Slot<Key>[] = []

  const isDead = ({ key, at }: Slot<Key>): boolean => moments.get(key) !== at

  function top(): Slot<Key> | undefined {
    while (heap[0] !== undefined && isDead(heap[0])) removeTop(heap)
    return heap[0]
  }

  return {
    set(key, at) {
      if (at === null) return void moments.delete(key)
      if (moments.get(key) === at) return
      moments.set(key, at)
      add(heap, { key, at })
      // Dead slots may not pile up either: half of the heap at most.
      if (heap.length > 2 * moments.size + SPARE) heap = rebuilt(moments)
    },
    next: () => top()?.at ?? null,
    takeDue(now) {
      const due: Key[] = []
      for (let first = top(); first !== undefined && first.at <= now; first = top()) {
        moments.delete(first.key)
        due.push(first.key)
      }
      return due
    },
    clear() {
      moments.clear()
      heap = []
    },
  }
}

const SPARE = 32

function rebuilt<Key>(moments: ReadonlyMap<Key, Instant>): Slot<Key>[] {
  // A sorted list is a heap.
  return [...moments].map(([key, at]) => ({ key, at })).toSorted((a, b) => a.at - b.at)
}

function add<Key>(heap: Slot<Key>[], slot: Slot<Key>): void {
  let hole = heap.length
  heap.push(slot)
  for (let parent = (hole - 1) >> 1; hole > 0; parent = (hole - 1) >> 1) {
    const above = heap[parent]
    if (above === undefined || above.at <= slot.at) break
    heap[hole] = above
    hole = parent
  }
  heap[hole] = slot
}

function removeTop<Key>(heap: Slot<Key>[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let hole = 0
  for (let child = nearerChild(heap, hole); child !== null; child = nearerChild(heap, hole)) {
    const below = heap[child]
    if (below === undefined || below.at >= last.at) break
    heap[hole] = below
    hole = child
  }
  heap[hole] = last
}

function nearerChild<Key>(heap: readonly Slot<Key>[], parent: number): number | null {
  const left = 2 * parent + 1
  const [first, second] = [heap[left], heap[left + 1]]
  if (first === undefined) return null
  return second !== undefined && second.at < first.at ? left + 1 : left
}
