import type { Settings } from '#core/settings/settings'
import { useFace } from '../services.ts'
import { useMedia, WIDE } from '../use-media.ts'

/**
 * Whether the welcome stands above the list. It does until the person has seen it, and makes room where the details of an
 * identity, and what they ask, lie over the list.
 */
export function useWelcome({ welcomed }: Pick<Settings, 'welcomed'>): boolean {
  const wide = useMedia(WIDE)
  const isCovered = useFace(({ detailsOpen }) => detailsOpen) && !wide
  const isList = useFace(({ screen }) => screen === 'list')
  return !welcomed && isList && !isCovered
}
