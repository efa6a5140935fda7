/**
 * A path, or a sentence with paths in it, with `~` for the home folder: shorter, and a picture of the window does not
 * tell who took it. What only starts like the home folder (`/home/ana2`) stays.
 */
export function withTilde(text: string, home: string): string {
  if (!/[\\/]./.test(home)) return text
  const bare = home.replace(/[\\/]+$/, '')
  return text.split(bare).reduce((before, after) => `${before}${isWhole(before, after) ? '~' : bare}${after}`)
}

const isWhole = (before: string, after: string): boolean =>
  !/[\w\\/.-]$/.test(before) && /^(?:[\\/]|\.?(?:[^\w.-]|$))/.test(after)
