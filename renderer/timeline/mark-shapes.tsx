import type { ReactElement } from 'react'
import type { TimelineRow } from '#core/timeline/timeline'

export type MarkKind = TimelineRow['marks'][number]['kind']

/** Around 0,0 in CSS pixels. As in the rest of the window, nobody has to tell colours apart. */
export const MARK_SHAPES: Readonly<Record<MarkKind, ReactElement>> = {
  renewed: <path d="M0-9V9" />,
  renewal: <path d="M0-7V7" />,
  failed: <path d="M0-7 6.5 5h-13z" />,
  'needs-you': <path d="m0-7 7 7-7 7-7-7z" />,
  deactivated: <path d="M-4.5-4.5h9v9h-9z" />,
  ended: <path d="m-5-5 10 10m0-10-10 10" />,
  ends: <path d="M0-6a6 6 0 0 0 0 12zM0-6a6 6 0 0 1 0 12" />,
}
