import { expect } from '@playwright/test'
import { instant } from '#core/base/time'
import { askingForTrust, everyAsk, refusingTrust } from '../states/ask-states.ts'
import { notOurs, takeOverPreview } from '../states/file-states.ts'
import { calmDay, everyState, panelState } from '../states/panel-states.ts'
import { asks, type Walk } from './walk.ts'

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const every = panelState(everyState(now), now)
const asked = everyAsk(now)
const blocked = notOurs(now)
const trust = askingForTrust(now)
const CODE = 'MFA code for break-glass-user'
const TAKE = /^Take over \[staging\]/

/** What only a person can answer. */
export const ASK_WALKS: readonly Walk[] = [
  {
    does: 'sends a code',
    state: every,
    way: async (hand) => {
      await hand.row('break-glass-user', 'Enter code', 'ArrowRight')
      await hand.write(CODE, '123456')
      await hand.press('Use code')
    },
    asks: [asks('session/refresh', { name: 'break-glass-user', mfaCode: '123456' })],
    becomes: panelState(
      everyState(now).map((view) =>
        view.name === 'break-glass-user' ? { ...view, state: { kind: 'inactive' } } : view,
      ),
      now,
    ),
  },
  {
    does: 'sends no code',
    state: every,
    way: async (hand) => {
      await hand.open('break-glass-user')
      await hand.press('Cancel')
    },
    asks: [],
    sees: (page) => expect(page.getByLabel(CODE)).toHaveCount(0),
  },
  {
    does: 'signs in',
    state: every,
    way: async (hand) => {
      await hand.row('okta-prod', 'Sign in', 'ArrowRight')
      await hand.press('Sign in now')
    },
    asks: [asks('session/refresh', { name: 'okta-prod', mfaCode: null })],
    becomes: calm,
  },
  {
    does: 'enters an access key',
    state: asked,
    way: async (hand) => {
      await hand.row('ci-user', 'Enter keys', 'ArrowRight')
      await hand.write('Access key ID', 'AKIAIOSFODNN7EXAMPLE')
      await hand.write('Secret access key', 'wJalrXUtnFEMI')
      await hand.press('Use these keys')
    },
    asks: [
      asks('user/enter-keys', {
        name: 'ci-user',
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI',
      }),
    ],
  },
  {
    does: 'has an access key forgotten',
    state: asked,
    way: async (hand) => {
      await hand.open('kept-user')
      await hand.press('Forget…')
      await hand.press('Forget it')
    },
    asks: [asks('user/forget-keys', 'kept-user')],
  },
  {
    does: 'keeps an access key',
    state: asked,
    way: async (hand) => {
      await hand.open('kept-user')
      await hand.press('Forget…')
      await hand.press('Keep')
    },
    asks: [],
    sees: (page) => expect(page.getByRole('button', { name: 'Forget…' })).toBeVisible(),
  },
  {
    does: 'tries once more',
    state: asked,
    way: async (hand) => {
      await hand.row('vault-role', 'Have a look', 'ArrowRight')
      await hand.press('Try again')
    },
    asks: [asks('session/refresh', { name: 'vault-role', mfaCode: null })],
  },
  {
    does: 'agrees to the first write',
    state: blocked,
    way: async (hand) => {
      await hand.row('sandbox', 'Look at it', 'ArrowRight')
      await hand.press('Write it')
    },
    asks: [asks('files/approve-first-write', undefined)],
    becomes: calm,
  },
  {
    does: 'puts the first write off',
    state: blocked,
    way: async (hand) => {
      await hand.open('sandbox')
      await hand.press('Not now')
    },
    asks: [],
    sees: (page) => expect(page.locator('.details')).toHaveCount(0),
  },
  {
    does: 'hands a section over',
    state: blocked,
    answers: { 'session/preview-take-over': takeOverPreview },
    way: async (hand) => {
      await hand.open('staging-poweruser')
      await hand.press(TAKE)
      await hand.press('Take over')
    },
    asks: [asks('session/preview-take-over', 'staging-poweruser'), asks('session/take-over', 'staging-poweruser')],
    becomes: calm,
  },
  {
    does: 'keeps a section',
    state: blocked,
    answers: { 'session/preview-take-over': takeOverPreview },
    way: async (hand) => {
      await hand.open('staging-poweruser')
      await hand.press(TAKE)
      await hand.press('Leave it')
    },
    asks: [asks('session/preview-take-over', 'staging-poweruser')],
  },
  {
    does: 'approves what would run',
    state: trust,
    way: async (hand) => {
      await hand.press('Review')
      await hand.press('Approve')
    },
    asks: [asks('trust/approve', 'd'.repeat(64))],
    becomes: calm,
  },
  {
    does: 'comes to the question of trust by its row, and puts it off',
    state: trust,
    way: async (hand) => {
      await hand.open('corp-base')
      await hand.press('Show what would run')
      await hand.press('Not now')
    },
    asks: [],
    sees: (page) => expect(page.getByRole('grid')).toBeVisible(),
  },
  {
    does: 'looks at what was approved before, and at its line',
    state: trust,
    way: async (hand) => {
      await hand.press('Review')
      await hand.press(/^Approved before/)
      await hand.press(/:40:33$/)
    },
    asks: [asks('config/open', { file: '/home/ana/project/atmos.yaml', line: 40, column: 33 })],
  },
  {
    does: 'opens a file that is refused, and goes back',
    state: refusingTrust(now),
    way: async (hand) => {
      await hand.press('Review')
      await hand.press('Open file')
      await hand.press('Back to the list')
    },
    asks: [asks('config/open', null)],
  },
]
