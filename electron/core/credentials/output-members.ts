/** The members of the printed object, looked up as the most lenient AWS SDKs do. */
export interface Members {
  /** Exact spelling first, then any other case. `undefined`: not there. */
  take(name: string): unknown
  /** Whether some member was only found under another spelling. */
  metOtherCase(): boolean
  /** Whether a `Credentials` object is there, as in the answers of STS. */
  readonly holdsStsAnswer: boolean
}

/** Only own members count: `__proto__` in the JSON is a name like any other. Of two other spellings the last wins. */
export function membersOf(object: object): Members {
  const exact = new Map<string, unknown>(Object.entries(object))
  const folded = new Map<string, unknown>([...exact].map(([name, value]) => [name.toLowerCase(), value]))
  let otherCase = false
  return {
    take(name) {
      if (exact.has(name)) return exact.get(name)
      otherCase ||= folded.has(name.toLowerCase())
      return folded.get(name.toLowerCase())
    },
    metOtherCase: () => otherCase,
    holdsStsAnswer: isObject(exact.get('Credentials')),
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
