import type { AppAnswer } from '#bridge/app-socket'
import type { Engine } from '#engine/engine'
import { serveAppSocket } from '#host/serving/app-socket'
import { answerApp } from '../../answer-app.ts'
import { type BrokerPlace, brokerSocket } from './broker-place.ts'

/** With nobody asking for so long it ends. */
const IDLE_MS = 60_000

/** And in any case after so long: the next one reads the configuration anew. */
const LONGEST_MS = 900_000

/** Answers until nobody asks any more. */
export async function runBroker(place: BrokerPlace, engine: Engine): Promise<void> {
  const end = new AbortController()
  let idle = setTimeout(() => end.abort(), IDLE_MS)
  const longest = setTimeout(() => end.abort(), LONGEST_MS)
  let answering = 0
  const socket = await serveAppSocket(brokerSocket(place), async (raw) => {
    clearTimeout(idle)
    answering += 1
    const answer = await answerApp(engine, raw)
    answering -= 1
    // After a panic nothing of it shall be left. The answer goes out first.
    if (answer.kind === 'panic' || (answering === 0 && isOutdated(answer))) setImmediate(() => end.abort())
    if (answering === 0) idle = setTimeout(() => end.abort(), IDLE_MS)
    return answer
  })
  await new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve(), { once: true }))
  clearTimeout(idle)
  clearTimeout(longest)
  await socket.close()
}

/** What an edit or an approval can mend: the next one reads the configuration anew. */
const isOutdated = (answer: AppAnswer): boolean =>
  answer.kind === 'refused' && /^(?:trust|config|identity)\//.test(answer.problem.code)
