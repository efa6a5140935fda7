import type { ReactNode } from 'react'
import type { Timeline } from '#core/timeline/timeline'
import { MARK_SHAPES, type MarkKind } from './mark-shapes.tsx'

/** What the shapes mean: only those that can be seen. */
export function Legend({ timeline: { rows, absences } }: { readonly timeline: Timeline }) {
  const kinds = new Set(rows.flatMap(({ marks }) => marks.map(({ kind }) => kind)))
  return (
    <ul className="timeline-legend" aria-label="Legend">
      {rows.some(({ held }) => held.length > 0) ? (
        <Entry words="keys held">
          <rect className="timeline-held" x="0" y="5" width="18" height="10" rx="3" />
        </Entry>
      ) : null}
      {rows.some(({ planned }) => planned.length > 0) ? (
        <Entry words="keys to come">
          <rect className="timeline-planned" x="1" y="7" width="16" height="6" rx="2" />
        </Entry>
      ) : null}
      {[...kinds].map((kind) => (
        <Entry key={kind} words={WORDS[kind]}>
          <g className="timeline-mark" data-mark={kind} transform="translate(9 10)">
            {MARK_SHAPES[kind]}
          </g>
        </Entry>
      ))}
      {(['asleep', 'off'] as const)
        .filter((kind) => absences.some((absence) => absence.kind === kind))
        .map((kind) => (
          <Entry key={kind} words={ABSENT[kind]}>
            <rect x="0" y="1" width="18" height="18" fill={`url(#timeline-${kind})`} />
          </Entry>
        ))}
    </ul>
  )
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width="18" height="20" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

const WORDS: Readonly<Record<MarkKind, string>> = {
  renewed: 'renewed',
  renewal: 'next renewals',
  failed: 'failed',
  'needs-you': 'needed you',
  deactivated: 'deactivated',
  ended: 'ended',
  ends: 'ends',
}

const ABSENT = { asleep: 'the machine slept', off: 'Credtray did not run' } as const
