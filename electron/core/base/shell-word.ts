/**
 * A path as a word of a command that a person pastes into a shell. A plain one stays without quotes: the window writes
 * the home folder as `~`, and a shell knows `~` only outside of quotes.
 */
export const shellWord = (path: string): string =>
  /^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
