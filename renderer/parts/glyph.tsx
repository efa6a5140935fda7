import type { ReactElement } from 'react'

export type GlyphName =
  | 'refresh'
  | 'copy'
  | 'search'
  | 'pause'
  | 'play'
  | 'help'
  | 'close'
  | 'back'
  | 'file'
  | 'alert'
  | 'info'
  | 'flask'
  | 'screen'
  | 'check'
  | 'open'
  | 'terminal'
  | 'clock'
  | 'star'
  | 'star-full'
  | 'down'
  | 'right'
  | 'group'
  | 'sets'
  | 'edit'
  | 'gear'

/** A small drawing on a button. Never the only name of it: the button has a label. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg
      className="glyph"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {GLYPHS[name]}
    </svg>
  )
}

const STAR = 'M8 2.2l1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.2l-3.53 1.85.7-3.93L2.3 6.35l3.95-.55z'

const GLYPHS: Readonly<Record<GlyphName, ReactElement>> = {
  refresh: <path d="M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.75" />
      <path d="M3.5 10.5h-.2A1.3 1.3 0 0 1 2 9.2V3.8A1.8 1.8 0 0 1 3.8 2h5.4a1.3 1.3 0 0 1 1.3 1.3v.2" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  play: <path d="M5 3.4v9.2L12.5 8z" />,
  help: (
    <>
      <path d="M5.7 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.8-1.2 1.7" />
      <path d="M8 12.4v.1" strokeWidth="1.9" />
    </>
  ),
  close: <path d="m4 4 8 8m0-8-8 8" />,
  back: <path d="M9.5 3.5 5 8l4.5 4.5" />,
  file: <path d="M9 2H4.8A1.3 1.3 0 0 0 3.5 3.3v9.4A1.3 1.3 0 0 0 4.8 14h6.4a1.3 1.3 0 0 0 1.3-1.3V5.5zM9 2v3.5h3.5" />,
  alert: (
    <>
      <path d="M7 2.9a1.15 1.15 0 0 1 2 0l5 8.9a1.15 1.15 0 0 1-1 1.7H3a1.15 1.15 0 0 1-1-1.7zM8 6v3" />
      <path d="M8 11.2v.1" strokeWidth="1.9" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5V11" />
      <path d="M8 5v.1" strokeWidth="1.9" />
    </>
  ),
  open: (
    <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M12 9.5v2.7a1.3 1.3 0 0 1-1.3 1.3H3.8a1.3 1.3 0 0 1-1.3-1.3V5.3A1.3 1.3 0 0 1 3.8 4h2.7" />
  ),
  terminal: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="m4.8 6 2 2-2 2M8.5 10h2.7" />
    </>
  ),
  check: <path d="M8 1.8 13 3.6v3.9c0 3.2-2.1 5.6-5 6.7-2.9-1.1-5-3.5-5-6.7V3.6zM5.7 8l1.7 1.7 2.9-3.2" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  star: <path d={STAR} />,
  'star-full': <path d={STAR} fill="currentColor" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  group: <path d="M2.5 4h11M5 8h8.5M5 12h8.5" />,
  sets: <path d="m8 2 6 3-6 3-6-3zM2 8.2l6 3 6-3M2 11.2l6 3 6-3" />,
  edit: <path d="M3 13l.6-2.8L10.9 3a1.2 1.2 0 0 1 1.7 0l.4.4a1.2 1.2 0 0 1 0 1.7L5.8 12.4z" />,
  gear: <path d="M2.5 4.5h6m4 0h1M2.5 11.5h1m4 0h6M10.5 2.75v3.5M5.5 9.75v3.5" />,
  flask: <path d="M6 2h4M6.7 2v4L3.3 12a1.3 1.3 0 0 0 1.1 2h7.2a1.3 1.3 0 0 0 1.1-2L9.3 6V2M4.8 9.8h6.4" />,
  screen: (
    <path d="M3.3 3h9.4A1.3 1.3 0 0 1 14 4.3v5.4a1.3 1.3 0 0 1-1.3 1.3H3.3A1.3 1.3 0 0 1 2 9.7V4.3A1.3 1.3 0 0 1 3.3 3zM8 11v2.5m-2.5 0h5" />
  ),
}
