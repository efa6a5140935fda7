/**
 * The name under which a role's session appears in CloudTrail. Cleaned as Atmos cleans it (assume_role.go), so that both
 * show the same name; without one, or where nothing is left of it, it says which person it was.
 */
export function sessionName(written: string | undefined, userName: string): string {
  const cleaned = clean(written ?? '')
  return cleaned.length >= SHORTEST ? cleaned : clean(`credtray-${userName}`)
}

const SHORTEST = 2
const LONGEST = 64

const clean = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z0-9+=,.@-]/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
