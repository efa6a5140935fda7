/** What has happened since the morning, as the app writes it down: one line an entry. */
export function morningHistory() {
  const now = Date.now()
  /** @param {string | null} name @param {string} what @param {number} minute */
  const entry = (name, what, minute) => ({
    at: Math.round(now + minute * MINUTE_MS),
    what,
    identity: name,
    profile: name,
    expiresAt: null,
    code: null,
    message: null,
    by: null,
  })
  /** @param {string} name @param {number} minute */
  const renewed = (name, minute) => ({
    ...entry(name, 'renewed', minute),
    expiresAt: Math.round(now + (minute + 60) * MINUTE_MS),
  })
  const entries = [
    entry(null, 'stopped', -700),
    entry(null, 'started', -560),
    ...every(45, -558, -410).map((minute) => renewed('corp-sso', minute)),
    ...every(45, -555, -410).map((minute) => renewed('staging-poweruser', minute)),
    ...every(45, -550, -410).map((minute) => renewed('data-lake', minute)),
    entry(null, 'slept', -372),
    entry(null, 'woke', -318),
    ...every(45, -317, -13).map((minute) => renewed('corp-sso', minute)),
    ...every(45, -316, -22).map((minute) => renewed('staging-poweruser', minute)),
    ...every(45, -180, -29).map((minute) => renewed('production-readonly', minute)),
    ...every(45, -315, -60).map((minute) => renewed('data-lake', minute)),
    renewed('data-lake', -46),
    renewed('partner-portal', -214),
    { ...entry('partner-portal', 'needs-you', -166), code: 'sign-in' },
    renewed('partner-portal', -151),
    { ...entry('partner-portal', 'needs-you', -101), code: 'sign-in' },
    entry('partner-portal', 'ended', -91),
    renewed('partner-portal', -33),
    { ...entry('staging-poweruser', 'pulled', -7), by: 'terraform (pid 4711)' },
  ]
  return entries
    .toSorted((a, b) => a.at - b.at)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')
}

const MINUTE_MS = 60_000

/** Each so many minutes, from one to the other. @param {number} minutes @param {number} from @param {number} to */
function every(minutes, from, to) {
  return Array.from({ length: Math.floor((to - from) / minutes) + 1 }, (_, count) => from + count * minutes)
}
