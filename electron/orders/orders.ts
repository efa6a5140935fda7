import { type Place, ProblemError } from '#core/base/problem'
import type { ExcerptLine } from '#core/config/excerpt'
import type { LongLivedKeys } from '#core/credentials/credentials'
import { checkupOf } from '#core/doctor/checkup'
import { examine } from '#core/doctor/examine'
import type { DoctorFacts } from '#core/doctor/facts'
import type { Examination } from '#core/doctor/finding'
import type { IdentityName } from '#core/identity/identity'
import { type Removal, removalWithoutNames, removalWords } from '#core/snapshot/removal'
import { filesNamed } from '#core/snapshot/files-named'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { HistoryEntry } from '#core/session/history'
import type { SettingsPatch } from '#core/settings/decode'
import type { Engine } from '#engine/engine'
import type { History } from '#engine/ports'
import type { SettingsStore } from '#host/own-data/settings-file'
import type { FileOrders } from '#engine/file-orders'
import { createDiagnosticsOrder, type DiagnosticsOrder, type DiagnosticsParts } from './diagnostics-order.ts'
import { createEndpointOrders, type EndpointOrderParts, type EndpointOrders } from './endpoint-orders.ts'
import { createOpenOrders, type OpenOrders, type OpenParts } from './open-orders.ts'
import { createRunOrders, type RunOrders, type RunParts } from './run-orders.ts'
import { createSetOrders, type SetOrders, type SetParts } from './set-orders.ts'
import { createTrayOrders, type TrayOrderParts, type TrayOrders } from './tray-orders.ts'

/** What a person can ask for, from whichever face of the app. */
export interface Orders extends OpenOrders, EndpointOrders, SetOrders, TrayOrders, DiagnosticsOrder, RunOrders {
  activate(name: IdentityName): Promise<void>
  deactivate(name: IdentityName): Promise<void>
  refresh(name: IdentityName, mfaCode: string | null): Promise<void>
  cancel(name: IdentityName): void
  enterKeys(name: IdentityName, keys: LongLivedKeys): Promise<void>
  forgetKeys(name: IdentityName): Promise<void>
  readonly files: FileOrders
  examine(): Promise<Examination>
  setPaused(paused: boolean): Promise<void>
  /** Every key of ours goes now; the person is told what is gone. */
  panic(): Promise<Removal>
  approveTrust(digest: string): Promise<void>
  changeSettings(patch: SettingsPatch): Promise<void>
  history(): Promise<readonly HistoryEntry[]>
  /** `null`: the configuration itself, at its beginning. */
  openConfig(place: Place | null): Promise<void>
  /** Refused for a file that the snapshot does not name: the window is no way to read others. */
  excerpt(place: Place): Promise<readonly ExcerptLine[]>
  show(pick: IdentityName | null): void
  hide(): void
  restart(): void
  quit(): void
}

export interface OrderParts
  extends
    Pick<Orders, 'show' | 'hide' | 'restart' | 'quit'>,
    OpenParts,
    EndpointOrderParts,
    SetParts,
    TrayOrderParts,
    DiagnosticsParts,
    RunParts {
  readonly engine: Engine
  readonly settings: SettingsStore
  readonly history: Pick<History, 'read'>
  /** The person's AWS files: what is said of a line of theirs can be looked up there. */
  readonly awsFiles: readonly string[]
  readonly facts: () => Promise<DoctorFacts>
  /** Shows a sentence although the window may be closed. */
  readonly tell: (words: string) => void
  /** Opens a file in the person's editor; resolves with what went wrong, '' for nothing. */
  readonly open: (place: Place) => Promise<string>
  readonly read: (place: Place) => Promise<readonly ExcerptLine[]>
}

export function createOrders(parts: OrderParts): Orders {
  const { engine, settings, history, facts, tell, open, read, awsFiles } = parts
  return {
    ...createOpenOrders(parts),
    ...createEndpointOrders(parts),
    ...createSetOrders(parts),
    ...createTrayOrders(parts),
    ...createDiagnosticsOrder(parts),
    ...createRunOrders(parts),
    activate: (name) => engine.activate(name),
    deactivate: (name) => engine.deactivate(name),
    refresh: async (name, mfaCode) => void (await engine.refresh(name, mfaCode)),
    cancel: (name) => engine.cancel(name),
    enterKeys: (name, keys) => engine.enterKeys(name, keys),
    forgetKeys: (name) => engine.forgetKeys(name),
    files: engine.files,
    async examine() {
      const examination = examine(await facts())
      engine.checkedUp(checkupOf(examination))
      return examination
    },
    setPaused: (paused) => engine.setPaused(paused),
    async panic() {
      const removal = await engine.ending.panic()
      tell(settings.current().notify.hideNames ? removalWithoutNames(removal) : removalWords(removal))
      return removal
    },
    approveTrust: (digest) => engine.approveTrust(digest),
    changeSettings: (patch) => settings.change(patch),
    history: () => history.read(),
    async openConfig(place) {
      const snapshot = engine.snapshot()
      const { file } = snapshot.config
      const wanted = place ?? (file === null ? null : { file, line: 1, column: 1 })
      if (wanted === null) throw notOpened(null, 'there is no file yet')
      const error = await open(awsFiles.includes(wanted.file) ? wanted : named(wanted, snapshot))
      if (error !== '') throw notOpened(wanted.file, error)
    },
    excerpt: async (place) => read(named(place, engine.snapshot())),
    show: parts.show,
    hide: parts.hide,
    restart: parts.restart,
    quit: parts.quit,
  }
}

/** The window may name only files that it was told of. */
function named(place: Place, snapshot: Snapshot): Place {
  if (filesNamed(snapshot).has(place.file)) return place
  throw new ProblemError({
    code: 'bridge/refused',
    message: 'The window asked for a file that is no part of the configuration.',
    hint: 'Restart Credtray. If it happens again, report what you clicked.',
  })
}

const notOpened = (file: string | null, error: string): ProblemError =>
  new ProblemError({
    code: 'config/unreadable',
    message: `${file ?? 'The configuration'} could not be opened: ${error}.`,
    hint: file === null ? 'Write ~/.config/credtray/config.yaml first.' : `Open ${file} in your editor.`,
  })
