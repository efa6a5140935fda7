import type { ReactNode } from 'react'
import { IconButton } from './parts/buttons.tsx'
import { Glyph, type GlyphName } from './parts/glyph.tsx'
import { useActions, useFace } from './services.ts'

interface BannerProps {
  readonly id: string
  readonly tone: 'bad' | 'soon' | 'need' | 'plain'
  readonly glyph: GlyphName
  readonly children: ReactNode
  readonly action?: ReactNode
  /** True: can be put away until the window is opened anew. */
  readonly closable?: boolean
}

/** One line above the list, until it is put away or no longer true. */
export function Banner({ id, tone, glyph, children, action, closable = false }: BannerProps) {
  const actions = useActions()
  const hidden = useFace((face) => face.hiddenBanners.has(id))
  if (hidden) return null
  return (
    <div className="banner" data-tone={tone}>
      <Glyph name={glyph} />
      <div className="banner-text">{children}</div>
      {action}
      {closable ? <IconButton glyph="close" label="Dismiss" onPress={() => actions.hideBanner(id)} /> : null}
    </div>
  )
}
