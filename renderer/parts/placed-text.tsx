import { Fragment } from 'react'
import { useFace } from '../services.ts'
import { PlaceLink } from './place-link.tsx'
import { splitAtPlaces } from './split-at-places.ts'
import { useTilde } from './use-tilde.ts'

/** A sentence in which each place in the person's AWS files can be opened. */
export function PlacedText({ text }: { readonly text: string }) {
  const tilde = useTilde()
  const files = useFace(({ state }) => state?.awsFiles ?? NONE)
  return splitAtPlaces(text, files).map((part, at) => (
    // The parts of one sentence never move.
    <Fragment key={at}>{typeof part === 'string' ? tilde(part) : <PlaceLink where={part} />}</Fragment>
  ))
}

const NONE: readonly string[] = []
