import type { WindowState } from '#bridge/contract'
import { Announcer } from './announcer.tsx'
import { Banners } from './banners.tsx'
import { FilesScreen } from './files/files-screen.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { Help } from './help.tsx'
import { useShownList } from './identities/use-shown-list.ts'
import { ConfigProblems } from './problems/config-problems.tsx'
import { RefusalCard } from './problems/refusal-card.tsx'
import { Empty } from './screens/empty.tsx'
import { ListScreen } from './screens/list-screen.tsx'
import { Loading } from './screens/loading.tsx'
import { screenFor } from './screens/screen.ts'
import { useActions, useFace } from './services.ts'
import { TimelineScreen } from './timeline/timeline-screen.tsx'
import { TrustScreen } from './trust/trust-screen.tsx'
import { useKeys } from './use-keys.ts'

/** Which screen: loading, the question of trust, what is wrong with the configuration, nothing there yet, or the list. */
export function App() {
  const state = useFace((face) => face.state)
  return state === null ? <Loading /> : <Ready state={state} />
}

function Ready({ state }: { readonly state: WindowState }) {
  const actions = useActions()
  const { snapshot } = state
  const list = useShownList(snapshot)
  const screen = useFace((face) => screenFor(snapshot, face.screen))
  const onBack = snapshot.identities.length === 0 ? null : () => actions.setScreen('list')
  useKeys(screen === 'list' ? list.lines : [])
  return (
    <div className="window">
      <Header snapshot={snapshot} hasList={screen === 'list'} shown={list.views.length} />
      <main className="main">
        <RefusalCard />
        <Banners state={state} screen={screen} />
        {screen === 'list' ? <ListScreen list={list} snapshot={snapshot} /> : null}
        {screen === 'problems' ? <ConfigProblems snapshot={snapshot} onBack={onBack} /> : null}
        {screen === 'trust' && snapshot.trust !== null ? (
          <TrustScreen key={snapshot.trust.digest} question={snapshot.trust} onBack={onBack} />
        ) : null}
        {screen === 'files' ? <FilesScreen snapshot={snapshot} onBack={() => actions.setScreen('list')} /> : null}
        {screen === 'timeline' ? <TimelineScreen snapshot={snapshot} onBack={() => actions.setScreen('list')} /> : null}
        {screen === 'empty' ? <Empty config={snapshot.config} /> : null}
      </main>
      <Footer state={state} />
      <Announcer views={snapshot.identities} />
      <Help trayShown={state.trayShown} />
    </div>
  )
}
