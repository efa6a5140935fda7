import { act, fireEvent, render } from '@testing-library/react'
import type { WindowState } from '#bridge/contract'
import { App } from '../../../renderer/app.tsx'
import { connect, createServices, ServicesContext } from '../../../renderer/services.ts'
import { createFakeBridge } from './fake-bridge.ts'

/** The whole window over a fake bridge. `null`: main never answers. */
export async function renderApp(state: WindowState | null) {
  const fake = createFakeBridge(state)
  const services = createServices(fake.bridge, document)
  const stop = connect(fake.bridge, services, document)
  render(
    <ServicesContext value={services}>
      <App />
    </ServicesContext>,
  )
  await act(async () => {})
  return { ...fake, services, stop }
}

/** Presses a key where the focus is. */
export const pressKey = (name: string) =>
  act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: name }))

/** Clicks, and waits for what comes of it. */
export const click = (element: HTMLElement) => act(async () => fireEvent.click(element))
