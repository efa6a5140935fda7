import type { Section } from './entry.ts'
import { QuietHoursField } from './quiet-hours-field.tsx'
import { SnoozeField } from './snooze-field.tsx'
import { SpanField } from './span-field.tsx'
import { SwitchField } from './switch-field.tsx'
import { asWritten } from '../parts/span-words.ts'

export const NOTIFICATIONS: Section = {
  title: 'Notifications',
  entries: [
    {
      title: 'Tell me before an end',
      why: 'Only for sessions that Credtray cannot renew by itself.',
      words: 'notice lead warning expiry',
      control: (field) => (
        <SpanField
          field={field}
          value={field.settings.notify.before}
          none={asWritten(field.asWritten.before)}
          minutes={[5, 10, 15, 30, 60]}
          onChoose={(before) => field.change({ notify: { ...field.settings.notify, before } })}
        />
      ),
    },
    {
      title: 'No notifications',
      why: 'The tray icon still changes, and the window tells all.',
      words: 'quiet mute silent off',
      control: (field) => (
        <SwitchField
          field={field}
          on={field.settings.notify.quiet === true}
          onSwitch={(on) => field.change({ notify: { ...field.settings.notify, quiet: on ? true : null } })}
        />
      ),
    },
    {
      title: 'Snooze',
      why: 'None for a while; what is still so is told once afterwards. The tray offers it, too.',
      words: 'pause later hour tomorrow do not disturb',
      control: (field) => <SnoozeField field={field} />,
    },
    {
      title: 'Quiet hours',
      why: 'What happened meanwhile is told once afterwards.',
      words: 'do not disturb night evening',
      control: (field) => <QuietHoursField field={field} />,
    },
    {
      title: 'Hide names',
      why: 'Lock screens and shared screens show notifications; these then name no identity and no account.',
      words: 'privacy lock screen sharing',
      control: (field) => (
        <SwitchField
          field={field}
          on={field.settings.notify.hideNames}
          onSwitch={(hideNames) => field.change({ notify: { ...field.settings.notify, hideNames } })}
        />
      ),
    },
  ],
}
