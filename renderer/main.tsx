import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { windowBridge } from './bridge.ts'
import { firstAnswer } from './first-answer.ts'
import { connect, createServices, ServicesContext } from './services.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const bridge = windowBridge()
const services = createServices(bridge, document)
connect(bridge, services, document)

// The window is shown when something is painted in it: that shall be the list, and not a word about waiting.
void firstAnswer(services.store).then(() =>
  createRoot(root).render(
    <StrictMode>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </StrictMode>,
  ),
)
