import type { WindowState } from '#bridge/contract'
import { Announcer } from './announcer.tsx'
import { Banners } from './banners.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { Help } from './help.tsx'
import { useShownList } from './identities/use-shown-list.ts'
import { RefusalCard } from './problems/refusal-card.tsx'
import { Loading } from './screens/loading.tsx'
import { screenFor } from './screens/screen.ts'
import { ShownScreen } from './screens/shown-screen.tsx'
import { useFace } from './services.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useKeys } from './use-keys.ts'

/** Which screen: loading, the question of trust, what is wrong with the configuration, nothing there yet, or the list. */
export function App() {
  const state = useFace((face) => face.state)
  return state === null ? <Loading /> : <Ready state={state} />
}

function Ready({ state }: { readonly state: WindowState }) {
  const { snapshot } = state
  const list = useShownList(snapshot)
  const screen = useFace((face) => screenFor(snapshot, face.screen))
  useFocusKept()
  useKeys(screen === 'list' ? list.lines : [])
  return (
    <div className="window">
      <Header snapshot={snapshot} hasList={screen === 'list'} shown={list.views.length} />
      <main className="main">
        <RefusalCard />
        <Banners state={state} screen={screen} />
        <ShownScreen screen={screen} list={list} snapshot={snapshot} />
      </main>
      <Footer state={state} />
      <Announcer views={snapshot.identities} />
      <Help trayShown={state.trayShown} />
    </div>
  )
}
