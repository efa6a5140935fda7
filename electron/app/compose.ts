import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import type { Settings } from '#core/settings/settings'
import type { Engine } from '#engine/engine'
import { appSocketPath } from '#host/serving/app-socket'
import { readExcerpt } from '#host/config/config-excerpt'
import { systemClock } from '#host/clock'
import { doctorFacts } from '#host/doctor-facts'
import { openTrayMemory } from '#host/own-data/tray-memory-file'
import type { Hotkeys } from '#shell/hotkeys'
import type { Faces } from '#shell/faces'
import type { Hush } from '#shell/hush'
import type { PanelWindow } from '#shell/panel-window'
import { systemTimer } from '#shell/pacer'
import { aboutApp } from './about-app.ts'
import { answerApp } from '../answer-app.ts'
import type { Assembled } from '../assemble.ts'
import { createDesktopFaces, createDesktopHush } from './desktop-faces.ts'
import { createDesktopHotkeys } from './desktop-hotkeys.ts'
import type { DiagnosticsParts } from '../orders/diagnostics-order.ts'
import { createEndpointSwitch, type EndpointSwitch } from './endpoint-switch.ts'
import { firstCheckup } from './first-checkup.ts'
import { followLink } from '../orders/follow-link.ts'
import { followSettings } from './follow-settings.ts'
import type { Front } from './front.ts'
import { lookForUpdates } from './look-for-updates.ts'
import { loginItem } from './settings-facts.ts'
import { createOpenings, type Openings } from './openings.ts'
import { serveSocket, unservedWords } from './serve-socket.ts'
import { createOrders, type Orders } from '../orders/orders.ts'
import type { TraySight } from './tray-sight.ts'
import type { FaultWatch } from './watch-faults.ts'
import { watchPerson } from './watch-person.ts'
import { createWindowFeed, type WindowFeed } from './window-feed.ts'
import { windowRequests } from './window-requests.ts'

/** The app while it runs. */
export interface Running {
  readonly orders: Orders
  /** Opens what a link points at, as far as links may. */
  follow(link: string): void
  /** Whether something of the configuration waits for the person's approval. */
  isWaiting(): boolean
  stop(): Promise<void>
}

interface Parts {
  readonly assembled: Assembled
  readonly front: Front
  /** The folder that holds dist and assets. */
  readonly root: string
  readonly print: (line: string) => void
  readonly log: DiagnosticsParts['log']
  readonly faults: FaultWatch
  /** Whether the window is shown at the start: then the person sees what is so. */
  readonly isSeen: boolean
}

/** Joins engine and shell: the only place that knows every part. */
export async function compose(parts: Parts): Promise<Running> {
  const { assembled, front, print } = parts
  const { engine, folder } = assembled
  const { window, traySight, tell } = front
  const memory = await openTrayMemory(join(folder, 'tray.json'))
  await engine.start()
  // From here to `connect` nothing is waited for, so that tray and window miss no change.
  const endpoint = createEndpointSwitch({ ...assembled, print })
  const openings = createOpenings(assembled)
  let turned = (): void => {}
  const hush = createDesktopHush(assembled.settings, memory, () => turned())
  const orders = ordersFor({ ...assembled, log: parts.log, ...openings, endpoint, snooze: hush.snooze }, front)
  const hotkeys = createDesktopHotkeys({ ...assembled, orders, tell, onChange: () => feed.look() })
  const feed = windowFeed({ engine, awsFiles: assembled.awsFiles, window, traySight, hush, hotkeys })

  const faces = createDesktopFaces({ ...parts, orders, hush, memory, window, toWindow: feed.tell, tell })
  turned = () => lookAgain(faces, feed)
  const mute = engine.onChange(faces.show)
  front.connect({ handlers: windowRequests(orders, feed, { ...assembled, hotkeys }), onTray: engine.wake })

  const socket = await ownSocket(assembled, print, tell)
  const endings = [
    parts.faults.attach(engine.health, tell),
    mute,
    watchPerson(engine, traySight),
    faces.stop,
    followChoices(parts),
    hotkeys.stop,
    lookForUpdates({ ...assembled, print, isHushed: hush.isOn }),
    firstCheckup({ engine, machine: assembled.machine, timer: systemTimer }),
    front.end,
  ]
  return {
    orders,
    follow: (link) => followLink(link, { snapshot: () => engine.snapshot(), show: orders.show, say: print }),
    isWaiting: () => engine.snapshot().trust !== null,
    async stop() {
      for (const end of endings) end()
      await openings.stop()
      await endpoint.stop()
      await memory.settled()
      await socket.close()
      await engine.ending.end('quit')
      await engine.stop()
      await assembled.dismiss()
    },
  }
}

/** Snooze or quiet hours began or ended. */
function lookAgain(faces: Pick<Faces, 'look'>, feed: Pick<WindowFeed, 'look'>): void {
  faces.look(systemClock.now())
  feed.look()
}

/** What the window shows of this computer. */
const surroundings = () => ({
  version: app.getVersion(),
  home: homedir(),
  desktop: process.env['XDG_CURRENT_DESKTOP'] ?? null,
})

/** What the window is told of. */
interface Told {
  readonly engine: Engine
  readonly awsFiles: Assembled['awsFiles']
  readonly window: PanelWindow
  readonly traySight: TraySight
  readonly hush: Hush
  readonly hotkeys: Hotkeys
}

function windowFeed({ engine, awsFiles, window, traySight, hush, hotkeys }: Told): WindowFeed {
  return createWindowFeed({
    snapshot: () => engine.snapshot(),
    around: () => ({
      ...surroundings(),
      awsFiles,
      trayShown: traySight.isShown(),
      snoozed: hush.snoozedWords(),
      hotkeys: hotkeys.views(),
    }),
    send: (changes) => window.send(changes),
  })
}

/** The system as the person chose it. */
function followChoices({ assembled: { settings, machine }, print }: Parts): () => void {
  const setTheme = (theme: Settings['theme']): void => void (nativeTheme.themeSource = theme)
  return followSettings({ settings, loginItem: loginItem(machine), setTheme, print })
}

function ownSocket(
  { engine, folder }: Assembled,
  print: (line: string) => void,
  tell: Front['tell'],
): ReturnType<typeof serveSocket> {
  const answer = (raw: unknown) => answerApp(engine, raw)
  return serveSocket(appSocketPath(folder, process.platform), answer, (because) => {
    print(unservedWords(because))
    tell(unservedWords(because))
  })
}

function ordersFor(
  {
    endpoint,
    ...given
  }: Assembled &
    Openings &
    Pick<Orders, 'snooze'> &
    Pick<DiagnosticsParts, 'log'> & { readonly endpoint: EndpointSwitch },
  { window, traySight, tell }: Front,
): Orders {
  return createOrders({
    ...given,
    facts: () => doctorFacts(given.machine, given.contacts),
    tell,
    about: () => aboutApp(traySight.isShown() ? 'shown' : 'missing'),
    showScreen: (screen) => window.showScreen(screen),
    read: readExcerpt,
    endpointFor: endpoint.endpointFor,
    confirm: window.ask,
    show(pick) {
      window.show(pick)
      void traySight.look()
    },
    hide: () => window.hide(),
    restart() {
      app.relaunch()
      app.quit()
    },
    quit: () => app.quit(),
  })
}
