import { unreachable } from '#core/base/result'
import type { Snapshot } from '#core/snapshot/snapshot'
import { DiagnosticsScreen } from '../diagnostics/diagnostics-screen.tsx'
import { FilesScreen } from '../files/files-screen.tsx'
import { LastingScreen } from '../lasting/lasting-screen.tsx'
import { ConfigProblems } from '../problems/config-problems.tsx'
import { useActions } from '../services.ts'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { TimelineScreen } from '../timeline/timeline-screen.tsx'
import { TrustScreen } from '../trust/trust-screen.tsx'
import { Empty } from './empty.tsx'
import { ListScreen } from './list-screen.tsx'
import type { Screen } from './screen.ts'

interface ShownScreenProps {
  readonly screen: Screen
  readonly list: Parameters<typeof ListScreen>[0]['list']
  readonly snapshot: Snapshot
}

export function ShownScreen({ screen, list, snapshot }: ShownScreenProps) {
  const actions = useActions()
  const toList = () => actions.setScreen('list')
  const onBack = snapshot.identities.length === 0 ? null : toList
  switch (screen) {
    case 'list':
      return <ListScreen list={list} snapshot={snapshot} />
    case 'problems':
      return <ConfigProblems snapshot={snapshot} onBack={onBack} />
    case 'trust': {
      const { trust } = snapshot
      return trust === null ? null : <TrustScreen key={trust.digest} question={trust} onBack={onBack} />
    }
    case 'files':
      return <FilesScreen snapshot={snapshot} onBack={toList} />
    case 'settings':
      return <SettingsScreen snapshot={snapshot} onBack={toList} />
    case 'timeline':
      return <TimelineScreen snapshot={snapshot} onBack={toList} />
    case 'lasting':
      return <LastingScreen snapshot={snapshot} onBack={toList} />
    case 'diagnostics':
      return <DiagnosticsScreen onBack={toList} />
    case 'empty':
      return <Empty config={snapshot.config} />
    default:
      return unreachable(screen)
  }
}
