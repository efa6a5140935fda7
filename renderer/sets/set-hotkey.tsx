import type { HotkeyView, WindowState } from '#bridge/contract'
import type { ActivationSet } from '#core/settings/settings'
import { Glyph } from '../parts/glyph.tsx'
import { useFace } from '../services.ts'

/** What became of the hotkey of this set. `null`: nothing is known of it. */
export const hotkeyState = (
  hotkeys: WindowState['hotkeys'] | undefined,
  { name, hotkey }: ActivationSet,
): HotkeyView['state'] | null => hotkeys?.find(({ set, keys }) => set === name && keys === hotkey)?.state ?? null

/** The keys of a set, and that they do not work where that is so. Why stands beside the field that changes them. */
export function SetHotkey({ set }: { readonly set: ActivationSet }) {
  const state = useFace((face) => hotkeyState(face.state?.hotkeys, set))
  if (set.hotkey === null) return null
  return (
    <>
      <kbd>{set.hotkey}</kbd>
      {state === 'refused' ? (
        <span className="set-hotkey-off">
          <Glyph name="alert" /> hotkey not working
        </span>
      ) : null}
    </>
  )
}
