import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  identityName,
  problem,
  snapshot,
  trustItem,
  trustQuestion,
  view,
  waitingForTrust,
  windowState,
} from '../../support/states/builders.ts'
import { click, pressKey, renderApp } from '../../support/window/rendered-app.tsx'

afterEach(cleanup)

const waiting = (question = trustQuestion()) =>
  windowState(snapshot([view('staging', { state: waitingForTrust() })], { trust: question }))

const review = async () => click(screen.getAllByRole('button', { name: 'Review' })[0] ?? document.body)

test('a row that waits leads to the question', async () => {
  await renderApp(waiting())
  await review()
  expect(screen.getByRole('heading', { name: 'May this run as you?' })).toBeDefined()
})

test('a notification that is clicked leads straight to the question', async () => {
  const { pick } = await renderApp(waiting())
  await act(async () => pick(identityName('staging')))
  expect(screen.getByRole('heading', { name: 'May this run as you?' })).toBeDefined()
})

test('whoever activates what waits for trust is asked, and sees no second card', async () => {
  const resting = view('staging', { state: { ...waitingForTrust(), isActive: false } })
  const { refuse } = await renderApp(windowState(snapshot([resting], { trust: trustQuestion() })))
  refuse('session/activate', problem({ code: 'trust/needed', message: 'Nothing was run.' }))
  await click(screen.getByRole('switch'))
  expect([screen.getByRole('button', { name: 'Approve' }) !== null, screen.queryByText('Nothing was run.')]).toEqual([
    true,
    null,
  ])
})

test('the question shows each command whole, whose it is and where it stands', async () => {
  await renderApp(waiting())
  await review()
  const [item] = screen.getAllByRole('listitem')
  expect(item?.textContent).toBe('stagingnewat each renewalaws-sso process --profile staging~/project/atmos.yaml:12:33')
})

test('an address is shown as where the session goes', async () => {
  const text = 'https://sts.example.com'
  await renderApp(waiting(trustQuestion([trustItem({ kind: 'endpoint', text })])))
  await review()
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(`sends its session to${text}`)
})

test('an approval names what was shown, and leads back to the list', async () => {
  const { asked } = await renderApp(waiting())
  await review()
  await click(screen.getByRole('button', { name: 'Approve' }))
  expect([asked.at(-1), screen.getByRole('grid') !== null]).toEqual([
    { channel: 'trust/approve', input: 'd'.repeat(64) },
    true,
  ])
})

test('an Enter that was on its way approves nothing', async () => {
  const { asked } = await renderApp(waiting())
  await review()
  await pressKey('Enter')
  expect([asked.length, document.activeElement?.textContent]).toEqual([1, 'May this run as you?'])
})

test('who says not now is not asked again, until something else is new', async () => {
  const { push } = await renderApp(waiting())
  await review()
  await click(screen.getByRole('button', { name: 'Not now' }))
  const bannerAfter = screen.queryByText(/waits? for your approval/)
  await act(async () => push(waiting(trustQuestion([trustItem({ news: 'changed' })], { digest: 'e'.repeat(64) }))))
  expect([bannerAfter, screen.queryByText(/waits? for your approval/) !== null]).toEqual([null, true])
})

test('a file that others can write says so and cannot be approved', async () => {
  const refusal = problem({ code: 'trust/refused', message: 'Others may write it.', hint: 'chmod go-w it.' })
  await renderApp(waiting(trustQuestion([trustItem()], { refusal })))
  await review()
  expect([screen.getByText('chmod go-w it.') !== null, screen.queryByRole('button', { name: 'Approve' })]).toEqual([
    true,
    null,
  ])
})

test('an approval that main refuses leaves the question where it is', async () => {
  const { refuse } = await renderApp(waiting())
  refuse('trust/approve', problem({ message: 'The configuration has changed.' }))
  await review()
  await click(screen.getByRole('button', { name: 'Approve' }))
  expect([screen.getByText('The configuration has changed.') !== null, screen.queryByRole('grid')]).toEqual([
    true,
    null,
  ])
})

test('what was approved before is there, but not in the way', async () => {
  await renderApp(waiting(trustQuestion([trustItem(), trustItem({ news: 'approved', text: 'old one' })])))
  await review()
  expect(screen.getByText('Approved before: 1').closest('details')?.open).toBe(false)
})

test.each([
  [
    'a command that changed is shown as it was and as it is, with words for what differs',
    trustItem({ news: 'changed', text: 'helper admin', before: { text: 'helper dev', shell: false } }),
    'You approvedhelper (removed: dev)+ Now it ishelper (added: admin)',
  ],
  [
    'a shell that was put around it is said',
    trustItem({ news: 'changed', text: 'helper', shell: true, before: { text: 'helper', shell: false } }),
    'It runs through a shell now.',
  ],
  [
    'a difference in what is hidden is said',
    trustItem({
      news: 'changed',
      text: 'helper --password [hidden]',
      before: { text: 'helper --password [hidden]', shell: false },
    }),
    'What differs is hidden here, because it looks like a secret.',
  ],
])('%s', async (_name, item, words) => {
  await renderApp(waiting(trustQuestion([item])))
  await review()
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(words)
})
