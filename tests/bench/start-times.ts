import { median } from './median.ts'
import { startApp } from './running-app.ts'
import { credtray, emptyApp, type Subject } from './subject.ts'

interface StartTimes {
  readonly trayMs: number
  readonly paintMs: number
}

/** From spawn to tray and to first picture, Credtray and the empty app in turns, so that noise falls on both. */
export async function startTimes(dist: string, rounds: number): Promise<Readonly<Record<string, StartTimes>>> {
  const taken: { readonly name: string; readonly times: StartTimes }[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of [emptyApp, credtray]) taken.push({ name: subject.name, times: await once(dist, subject) })
  }
  const of = (subject: Subject) => {
    const times = taken.filter(({ name }) => name === subject.name).map((one) => one.times)
    return { trayMs: median(times.map(({ trayMs }) => trayMs)), paintMs: median(times.map(({ paintMs }) => paintMs)) }
  }
  return { empty: of(emptyApp), credtray: of(credtray) }
}

async function once(dist: string, subject: Subject): Promise<StartTimes> {
  const app = await startApp(dist, subject, 'withWindow')
  try {
    return { trayMs: app.trayMs, paintMs: await app.paintMs(await app.page()) }
  } finally {
    await app.end()
  }
}
