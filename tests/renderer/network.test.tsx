import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { found } from '../../renderer/settings/found.ts'
import { SECTIONS } from '../../renderer/settings/sections.ts'
import { contact, inMinutes, NOW, windowState } from '../support/states/builders.ts'
import { renderApp } from '../support/window/rendered-app.tsx'
import { settingsFacts } from '../support/states/settings-states.ts'

afterEach(cleanup)

async function open(contacts: readonly ReturnType<typeof contact>[]) {
  const app = await renderApp(windowState())
  app.answer('settings/facts', settingsFacts)
  app.answer('app/contacts', { since: NOW, contacts })
  await act(async () => app.pickScreen('settings'))
  return app
}

const asked = () => screen.getByRole('group', { name: 'Hosts asked since the start' })

test('each host is shown with what for, how often, and whom it went through', async () => {
  await open([
    contact({ lastAt: inMinutes(-2) }),
    contact({ host: 'signin.aws.amazon.com', purpose: 'console', times: 2, answered: 1, unanswered: 1, proxy: 'p:1' }),
  ])
  const items = [...asked().querySelectorAll('li')].map(({ textContent }) => textContent)
  expect([items.length, asked().textContent?.includes('2 hosts.')]).toEqual([2, true])
  expect(items[0]).toMatch(/^sts\.eu-west-1\.amazonaws\.com to assume a role3 times, each answered · first .*, last .*/)
  expect(items[1]).toMatch(/signin.*to sign in to the AWS console2 times, 1 without an answer .* through p:1$/)
})

test('with nobody asked it says so', async () => {
  await open([])
  expect(asked().textContent).toMatch(/^Since .*: nobody was asked yet\./)
})

test('what changes anything looks at the list again', async () => {
  const app = await open([])
  app.answer('app/contacts', { since: NOW, contacts: [contact()] })
  await act(async () => app.push(windowState(undefined, { revision: 2 })))
  expect(asked().textContent).toContain('sts.eu-west-1.amazonaws.com')
})

test('the list of who may be asked says how the look for new versions stands', async () => {
  await open([])
  const possible = screen.getByRole('group', { name: 'Hosts that may be asked at all' })
  expect(possible.textContent).toContain('when you download one. There is no release feed yet.')
})

test.each(['telemetry', 'hosts', 'network', 'privacy', 'proxy'])('it is found by "%s"', (search) => {
  const titles = found(SECTIONS, search, 'linux').flatMap(({ entries }) => entries.map(({ title }) => title))
  expect(titles).toContain('Hosts asked since the start')
})
