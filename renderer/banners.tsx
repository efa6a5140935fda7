import { memo } from 'react'
import type { WindowState } from '#bridge/contract'
import { OWN_FILE } from '#core/config/example'
import { checkupWords } from '#core/doctor/checkup'
import { type Fault, faultHint, faultWords } from '#core/snapshot/fault'
import type { Snapshot } from '#core/snapshot/snapshot'
import { trayAdvice } from '#core/tray/tray-advice'
import { Banner } from './banner.tsx'
import { ChangeBanner } from './files/change-banner.tsx'
import { Button } from './parts/buttons.tsx'
import { useTilde } from './parts/use-tilde.ts'
import { trustBanner } from './face-actions.ts'
import type { Screen } from './screens/screen.ts'
import { useActions, useFace } from './services.ts'
import { waitingLine } from './trust/trust-words.ts'
import { useWelcome } from './welcome/use-welcome.ts'

interface BannersProps {
  readonly state: WindowState
  readonly screen: Screen
}

/** What holds for the whole window at present, most pressing first. */
export const Banners = memo(function Banners({ state, screen }: BannersProps) {
  const { snapshot, trayShown, desktop } = state
  const isList = screen === 'list'
  return (
    <div className="banners">
      {snapshot.fault === undefined ? null : <FaultBanner fault={snapshot.fault} />}
      {isList && snapshot.trust !== null ? <TrustBanner question={snapshot.trust} /> : null}
      {isList ? <ChangeBanner snapshot={snapshot} /> : null}
      {isList && snapshot.configProblems.length > 0 ? <ConfigBanner snapshot={snapshot} /> : null}
      {isList ? <CheckupBanner snapshot={snapshot} /> : null}
      {snapshot.paused ? <PausedBanner /> : null}
      <DemoBanner snapshot={snapshot} />
      {trayShown ? null : <TraylessBanner desktop={desktop} />}
    </div>
  )
})

function FaultBanner({ fault }: { readonly fault: Fault }) {
  const actions = useActions()
  return (
    <Banner
      id={`fault ${fault}`}
      tone="bad"
      glyph="alert"
      action={<Button onPress={() => void actions.restart()}>Restart</Button>}
    >
      {faultWords(fault)}. {faultHint(fault)}
    </Banner>
  )
}

function TrustBanner({ question: { digest, items } }: { readonly question: NonNullable<Snapshot['trust']> }) {
  const actions = useActions()
  return (
    <Banner
      id={trustBanner(digest)}
      tone="need"
      glyph="alert"
      action={<Button onPress={() => actions.setScreen('trust')}>Review</Button>}
    >
      {waitingLine(items)}
    </Banner>
  )
}

function ConfigBanner({ snapshot: { config, configProblems } }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  const count = configProblems.length
  return (
    <Banner
      id="config"
      tone={config.stale ? 'bad' : 'soon'}
      glyph="alert"
      action={<Button onPress={() => actions.setScreen('problems')}>Show</Button>}
    >
      {config.stale
        ? 'The configuration does not parse. Its last good content keeps running.'
        : `${count === 1 ? 'One problem' : `${count} problems`} in the configuration.`}
    </Banner>
  )
}

/** Found at the start, or by the last check-up. */
function CheckupBanner({ snapshot: { checkup } }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  if (checkup === undefined || checkup.serious === 0) return null
  return (
    <Banner
      id={`checkup ${checkup.serious}`}
      tone="soon"
      glyph="alert"
      closable
      action={<Button onPress={() => actions.setScreen('files')}>Show</Button>}
    >
      {checkupWords(checkup)}.
    </Banner>
  )
}

/** Also where the header has no button for it. */
function PausedBanner() {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has('app/set-paused '))
  return (
    <Banner
      id="paused"
      tone="soon"
      glyph="pause"
      action={
        <Button busy={busy} onPress={() => void actions.setPaused(false)}>
          Resume now
        </Button>
      }
    >
      Paused. Nothing is renewed; keys work until they end.
    </Banner>
  )
}

/** Where the welcome stands, that says so. */
function DemoBanner({ snapshot: { config, credentialsFile, settings } }: { readonly snapshot: Snapshot }) {
  const tilde = useTilde()
  const actions = useActions()
  const isSaid = useWelcome(settings)
  if (!config.demo || isSaid) return null
  return (
    <Banner id="demo" tone="plain" glyph="flask">
      <details className="disclosure">
        <summary>
          <strong>Demo</strong>
          <span>
            Nothing here is real, and <code>~/.aws</code> is not touched.
          </span>
        </summary>
        <p>
          It writes to <code>{tilde(credentialsFile)}</code>
        </p>
        <p>
          For your own, write <code>{OWN_FILE}</code>, or choose a folder in the settings; then start again.
        </p>
        <Button onPress={() => void actions.restart()}>Start again</Button>
      </details>
    </Banner>
  )
}

function TraylessBanner({ desktop }: Pick<WindowState, 'desktop'>) {
  const advice = trayAdvice(desktop)
  return (
    <Banner id="trayless" tone="plain" glyph="screen" closable>
      This desktop shows no tray icons, so this window is the app and does everything. Closing it quits Credtray.
      {advice === null ? null : ` ${advice}`}
    </Banner>
  )
}
