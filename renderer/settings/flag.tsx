import type { Settings } from '#core/settings/settings'
import type { Entry, Field } from './entry.ts'
import { SwitchField } from './switch-field.tsx'

type Flag = { readonly [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings]

/** A setting that is on or off. */
export const flag = (key: Flag): Entry['control'] =>
  function FlagControl(field: Field) {
    return <SwitchField field={field} on={field.settings[key]} onSwitch={(on) => field.change({ [key]: on })} />
  }
