/** Said on stderr wherever the demo answers, lest somebody takes it for their own. */
export const DEMO = 'No configuration was found, so this is the demo.\n'
