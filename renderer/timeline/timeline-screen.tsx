import { useMemo, useRef } from 'react'
import type { HistoryEntry } from '#core/session/history'
import { instant } from '#core/base/time'
import type { Snapshot } from '#core/snapshot/snapshot'
import { timelineOf } from '#core/timeline/timeline'
import { Button, IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { saveFile } from '../parts/save-file.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useNow } from '../services.ts'
import { HistorySection } from './history-section.tsx'
import { INSET } from './layout.ts'
import { Legend } from './legend.tsx'
import { pngOf, standaloneSvg } from './save-picture.ts'
import { TimelinePicture } from './timeline-picture.tsx'
import { useHistory } from './use-history.ts'
import { useWidth } from './use-width.ts'

interface ScreenProps {
  readonly snapshot: Snapshot
  readonly onBack: () => void
}

/** What was, what is to come, and every single thing that happened. */
export function TimelineScreen({ snapshot, onBack }: ScreenProps) {
  const answer = useHistory(snapshot)
  return (
    <section className="page timeline-page" aria-labelledby="timeline-title">
      <div className="page-head">
        <IconButton glyph="back" label="Back to the list" onPress={onBack} />
        <PageTitle id="timeline-title">Timeline</PageTitle>
      </div>
      {answer === null || answer.ok ? null : <ProblemCard problem={answer.problem} />}
      {answer?.ok === true ? (
        <>
          <PictureSection snapshot={snapshot} history={answer.value} />
          <HistorySection history={answer.value} />
        </>
      ) : null}
    </section>
  )
}

/** The picture moves on so often; nobody sees a pixel of less. */
const STEP_MS = 30_000

interface PictureSectionProps {
  readonly snapshot: Snapshot
  readonly history: readonly HistoryEntry[]
}

function PictureSection({ snapshot, history }: PictureSectionProps) {
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<SVGSVGElement>(null)
  const width = useWidth(box)
  const { identities, takenAt } = snapshot
  // What has just happened lies before now, and not half a minute after it.
  const newest = Math.max(takenAt, history.at(-1)?.at ?? takenAt)
  const now = useNow((moment) => Math.max(newest, moment - (moment % STEP_MS)))
  const timeline = useMemo(() => timelineOf(history, identities, instant(now)), [history, identities, now])
  const isEmpty = timeline.rows.length === 0
  return (
    <div className="timeline-box" ref={box}>
      {isEmpty ? (
        <p className="muted">
          Nothing was active in the last twelve hours. Activate an identity, and its sessions stand here.
        </p>
      ) : (
        <>
          <TimelinePicture timeline={timeline} width={width + 2 * INSET} picture={picture} />
          <Legend timeline={timeline} />
          <SaveButtons picture={picture} />
        </>
      )}
    </div>
  )
}

function SaveButtons({ picture }: { readonly picture: { readonly current: SVGSVGElement | null } }) {
  const save = async (form: 'svg' | 'png'): Promise<void> => {
    if (picture.current === null) return
    const { width, height } = picture.current.viewBox.baseVal
    const svg = standaloneSvg(picture.current)
    const content = form === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, { width, height })
    saveFile(`credtray-timeline.${form}`, content)
  }
  return (
    <div className="timeline-save">
      <Button onPress={() => void save('svg')}>Save as SVG</Button>
      <Button onPress={() => void save('png')}>Save as PNG</Button>
    </div>
  )
}
