import { powerMonitor } from 'electron'
import type { Engine } from '#engine/engine'
import { watchIdle } from '#shell/idle-watch'
import { watchPower } from '#shell/power'
import type { TraySight } from './tray-sight.ts'

/** Who sits in front of the machine, and whether it sleeps. Returns the stop. */
export function watchPerson(engine: Engine, traySight: TraySight): () => void {
  const forgetPower = watchPower({
    onSleep: engine.doze,
    onWake() {
      engine.wake()
      void traySight.look()
    },
    onLock: () => void engine.ending.end('lock'),
    onUnlock: engine.ending.welcome,
  })
  const forgetIdle = watchIdle({
    limit: engine.ending.idleLimit,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onIdle: () => void engine.ending.end('idle'),
    onBack: engine.ending.welcome,
  })
  return () => {
    forgetPower()
    forgetIdle()
  }
}
