import { type ExportFormat, endpointExports } from '#core/command/shell-exports'
import type { IdentityName } from '#core/identity/identity'
import type { EndpointOffer } from '#host/serving/credentials-endpoint'

/** What a person asks of the container endpoint (docs/pull.md). */
export interface EndpointOrders {
  /** How a long-running program is pointed at it. Throws where it is off. */
  copyEndpoint(order: { readonly name: IdentityName; readonly format: ExportFormat }): Promise<void>
}

export interface EndpointOrderParts {
  /** Throws a ProblemError where it is off. */
  readonly endpointFor: (name: IdentityName) => Promise<EndpointOffer>
  readonly copy: (text: string) => void
}

export function createEndpointOrders({ endpointFor, copy }: EndpointOrderParts): EndpointOrders {
  return {
    async copyEndpoint({ name, format }) {
      copy(endpointExports(format, await endpointFor(name)))
    },
  }
}
