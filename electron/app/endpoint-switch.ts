import { ProblemError } from '#core/base/problem'
import type { IdentityName } from '#core/identity/identity'
import type { Engine } from '#engine/engine'
import type { SettingsSource } from '#engine/ports'
import { credentialDocument } from '#host/serving/credential-document'
import {
  type CredentialsEndpoint,
  type EndpointOffer,
  openCredentialsEndpoint,
} from '#host/serving/credentials-endpoint'
import { systemClock } from '#host/clock'

/** The container endpoint of the app, which runs while the person wants it (off from the start). */
export interface EndpointSwitch {
  /** How a tool is pointed at it. Throws a ProblemError where it is off. */
  endpointFor(name: IdentityName): Promise<EndpointOffer>
  stop(): Promise<void>
}

interface Parts {
  readonly engine: Engine
  readonly settings: SettingsSource
  /** The app's own data. */
  readonly folder: string
  readonly print: (line: string) => void
}

/** Opens and closes follow each other in the order in which the person chose. */
export function createEndpointSwitch({ engine, settings, folder, print }: Parts): EndpointSwitch {
  let turning: Promise<CredentialsEndpoint | null> = Promise.resolve(null)

  function turn(wanted: boolean): void {
    turning = turning.then(async (current) => {
      try {
        if (wanted) return current ?? (await openFor(engine, folder))
        await current?.close()
      } catch (error) {
        // The app goes on without it.
        print(`The container endpoint: ${String(error)}`)
      }
      return null
    })
  }

  turn(settings.current().endpoint)
  const forget = settings.onChange(({ endpoint }) => turn(endpoint))
  return {
    async endpointFor(name) {
      // Throws where nobody is named so.
      engine.looks.chainOf(name)
      const endpoint = await turning
      if (endpoint === null) throw new ProblemError(OFF)
      return endpoint.offer(name)
    },
    async stop() {
      forget()
      turn(false)
      await turning
    },
  }
}

const openFor = (engine: Engine, dataFolder: string): Promise<CredentialsEndpoint> =>
  openCredentialsEndpoint({
    dataFolder,
    supply: async (name, by) => credentialDocument(await engine.pull(name, { by, inside: [], soon: true })),
    now: systemClock.now,
  })

const OFF = {
  code: 'endpoint/off',
  message: 'The container endpoint is off.',
  hint: 'Switch it on in the settings, or start your program with: credtray exec NAME -- command',
} as const
