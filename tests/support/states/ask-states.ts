import { seconds, type Instant } from '#core/base/time'
import { readableByOthers } from '#core/profile-file/notes'
import type { WindowState } from '#bridge/contract'
import {
  codeAsk,
  identityName,
  inSeconds,
  keysAsk,
  liveFor,
  problem,
  run,
  trustItem,
  trustQuestion,
  view,
  waitingForTrust,
} from './builders.ts'
import { calmDay, panelState } from './panel-states.ts'

const FILE = '/home/ana/project/atmos.yaml'
const place = (line: number, file = FILE) => ({ file, line, column: 33 })

const ITEMS = [
  trustItem({
    identity: identityName('corp-base'),
    text: '/opt/corp/bin/aws-sso-helper --account corp --role "Power User" --format json',
    where: place(12),
  }),
  trustItem({
    identity: identityName('data-lake'),
    text: 'op read op://infra/lake/token | lake-keys --stdin && echo done > "$HOME/.lake"',
    shell: true,
    news: 'changed',
    before: { text: 'op read op://infra/lake/token | lake-keys --stdin --profile lake', shell: true },
    where: place(31),
  }),
  trustItem({
    kind: 'exec',
    identity: null,
    text: 'git config user.email',
    where: place(3, '/home/ana/project/.atmos.d/team.yaml'),
  }),
  trustItem({
    identity: identityName('sandbox'),
    text: 'granted credential-process --profile sandbox',
    news: 'approved',
    where: place(40),
  }),
]

const waitingRows = (now: Instant) => [
  view('corp-base', { state: waitingForTrust('corp-base'), account: null }),
  view('data-lake', {
    state: { ...waitingForTrust('data-lake'), keysSince: inSeconds(-1800, now), expiresAt: inSeconds(1500, now) },
  }),
  ...calmDay(now).slice(1),
]

/** Commands that nobody has approved: new ones, a changed one, one of the file itself. */
export const askingForTrust = (now: Instant): WindowState =>
  panelState(waitingRows(now), now, { trust: trustQuestion(ITEMS) })

/** The same in a file that others can write. */
export const refusingTrust = (now: Instant): WindowState =>
  panelState(waitingRows(now), now, {
    trust: trustQuestion(ITEMS.slice(0, 1), {
      refusal: problem({
        code: 'trust/refused',
        message: `Others may write ${FILE}, so what it runs could be changed behind your back. Nothing of it is run.`,
        hint: `Close it to them: chmod go-w ${FILE}`,
        where: { file: FILE, line: 1, column: 1 },
      }),
    }),
  })

const userView = (ask: Parameters<typeof stateOf>[0], name = 'break-glass') =>
  view(name, { kind: 'aws/user', sourceLabel: 'access key and MFA', state: stateOf(ask) })

const stateOf = (ask: ReturnType<typeof codeAsk> | ReturnType<typeof keysAsk> | LookAsk) =>
  ({ kind: 'needs-you', ask, keysSince: null, expiresAt: null }) as const

interface LookAsk {
  readonly kind: 'look'
  readonly problem: ReturnType<typeof problem>
  readonly tries: number
}

/** Each thing that is asked of a person, by the name of its row. */
export function everyAsk(now: Instant): WindowState {
  const user = identityName('break-glass')
  const refused = problem({
    code: 'sts/mfa-code-refused',
    message: 'AWS refused the code.',
    hint: 'Wait for the next one and type that.',
  })
  const memory = { kind: 'memory', because: 'This desktop has no keyring that could seal it.' } as const
  return panelState(
    [
      userView({ ...codeAsk(), identity: user, refused, waitUntil: inSeconds(12, now) }),
      userView({ ...codeAsk('GAHT12345678'), identity: user }, 'through-break-glass'),
      userView(keysAsk('ci-user'), 'ci-user'),
      userView(
        keysAsk(
          'old-user',
          memory,
          problem({ message: 'AWS does not know this access key.', hint: 'It may have been deleted.' }),
        ),
        'old-user',
      ),
      userView({ kind: 'look', tries: 6, problem: problem() }, 'vault-role'),
      view('kept-user', {
        kind: 'aws/user',
        sourceLabel: 'access key',
        state: liveFor(40, now),
        enteredKeys: 'sealed',
        arn: 'arn:aws:iam::111122223333:user/ana',
      }),
      view('mixed-up', {
        state: liveFor(40, now),
        account: '999988887777',
        arn: 'arn:aws:sts::999988887777:assumed-role/Dev/ana',
        expected: 'role Admin in account 111122223333',
        warnings: ['ACCOUNT_MISMATCH', 'SHORT_LIFETIME'],
        fileNotes: [readableByOthers('/home/ana/.aws/credentials')],
        lastRun: run({ startedAt: inSeconds(-40, now), lasted: seconds(1.4) }),
      }),
    ],
    now,
    {
      configNotes: [
        problem({ code: 'config/atmos-differs', message: 'Atmos reads this value as a number.', hint: 'Quote it.' }),
        problem({ code: 'config/not-read', message: 'logs: is not read here.', hint: '' }),
      ],
    },
  )
}
