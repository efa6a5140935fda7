/** What `credtray help` prints. */
export const HELP = `Credtray keeps your AWS profiles fresh.

  credtray                    start the app   [--hidden]
  credtray list               every identity of the configuration
  credtray status             the active ones: state, time left, profile
  credtray refresh NAME…      obtain now and write the profile
  credtray credentials NAME   keys for one tool, as credential_process prints them
  credtray history            what happened to which identity   [--csv]
  credtray panic              remove all keys of Credtray from files and memory, now
  credtray validate [FILE]    every problem, as file:line:column: code: message (hint)
  credtray export NAME        the identity as profiles for ~/.aws/config
  credtray trust [FILE]       show what a configuration runs, and approve it   [--yes]
  credtray doctor             what is wrong around your AWS files, a line each
  credtray undo [PROFILE]     put a profile back as it was before Credtray   [--list]

  --json            data for programs
  --config FILE     your configuration, instead of the one Credtray finds
  --folder DIR      where to look for atmos.yaml, instead of here
  --data-dir DIR    where Credtray keeps its own data

Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 needs you in the app, 4 not trusted.
CREDTRAY_TRUST=all approves everything for one process (docs/trust.md).
`
