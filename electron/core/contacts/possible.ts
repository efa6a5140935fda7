/** A kind of host that Credtray may ask at all, and what has to happen before it does. */
export interface PossibleHost {
  readonly host: string
  readonly when: string
  /** Whether it hangs on a setting; then the window says how that stands. */
  readonly isUpdates?: boolean
}

/** All that there are. `docs/security.md` says the same with the file of each, and the house test holds the code to it. */
export const POSSIBLE_HOSTS: readonly PossibleHost[] = [
  {
    host: 'sts.REGION.amazonaws.com',
    when: 'A role is assumed, a session is opened, or AWS is asked whose keys these are. Other partitions of AWS have names of their own; endpoint_url, AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL take its place.',
  },
  {
    host: 'sts.amazonaws.com',
    when: 'Its name is looked up to see whether there is a network, and the check-up of your AWS files asks it for the time. The two variables take its place here as well.',
  },
  { host: 'signin.aws.amazon.com', when: 'You open the AWS console. Other partitions have names of their own.' },
  {
    host: 'The release feed',
    when: 'Once a day while “Look for new versions” is on, and when you download one.',
    isUpdates: true,
  },
  { host: '127.0.0.1', when: 'The demo has an STS of its own on this computer.' },
]
