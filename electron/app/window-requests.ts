import { clipboard, dialog } from 'electron'
import { EXAMPLE } from '#core/config/example'
import type { Hotkeys } from '#shell/hotkeys'
import type { Handlers } from '#shell/serve-bridge'
import type { Assembled } from '../assemble.ts'
import type { Orders } from '../orders/orders.ts'
import { settingsFacts } from './settings-facts.ts'
import type { WindowFeed } from './window-feed.ts'

interface Served extends Assembled {
  readonly hotkeys: Pick<Hotkeys, 'hold'>
}

/** Who answers what the window asks. */
export function windowRequests(orders: Orders, feed: WindowFeed, assembled: Served): Handlers {
  return {
    'snapshot/read': feed.whole,
    'session/activate': orders.activate,
    'session/deactivate': orders.deactivate,
    'session/refresh': ({ name, mfaCode }) => orders.refresh(name, mfaCode),
    'session/cancel': orders.cancel,
    'session/try': orders.tryOut,
    'session/end-trial': orders.endTrial,
    'user/enter-keys': ({ name, keys }) => orders.enterKeys(name, keys),
    'user/forget-keys': orders.forgetKeys,
    'session/copy-profile': orders.copyProfile,
    'session/copy-exports': orders.copyExports,
    'session/copy-endpoint': orders.copyEndpoint,
    'session/open-console': ({ name, destination }) => orders.openConsole(name, destination),
    'session/open-terminal': orders.openTerminal,
    'session/take-over': orders.files.takeOver,
    'session/preview-take-over': orders.files.previewTakeOver,
    'session/written-lines': orders.files.writtenLines,
    'session/earlier-runs': orders.earlierRuns,
    'session/copy-run': ({ name, startedAt }) => orders.copyRun(name, startedAt),
    'files/history': orders.files.history,
    'files/approve-first-write': orders.files.approveFirstWrite,
    'files/undo': orders.files.undo,
    'doctor/run': orders.examine,
    'trust/approve': orders.approveTrust,
    'hotkeys/hold': assembled.hotkeys.hold,
    'app/set-paused': orders.setPaused,
    'app/snooze': async (span) => orders.snooze(span),
    'app/panic': orders.panic,
    'settings/change': orders.changeSettings,
    'app/diagnose': orders.diagnose,
    'app/contacts': () => assembled.contacts.report(),
    'settings/facts': () => settingsFacts(assembled),
    'settings/choose-folder': () => chooseFolder(assembled),
    'app/copy-example': () => void clipboard.writeText(EXAMPLE),
    'app/restart': orders.restart,
    'history/read': orders.history,
    'config/open': orders.openConfig,
    'config/excerpt': orders.excerpt,
    'app/hide-window': orders.hide,
    'app/quit': orders.quit,
  }
}

/** Kept as a setting, for the next start. */
async function chooseFolder({ settings, machine }: Assembled): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'The folder of your Atmos project',
    defaultPath: settings.current().folder ?? machine.home,
    properties: ['openDirectory'],
  })
  const [folder = null] = filePaths
  if (folder !== null) await settings.change({ folder })
  return folder
}
