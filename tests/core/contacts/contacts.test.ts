import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, milliseconds } from '#core/base/time'
import type { Contact } from '#core/contacts/contact'
import { contactLines, countWords, NOBODY_ASKED } from '#core/contacts/contact-words'
import { type ContactFact, noted } from '#core/contacts/noted'
import { POSSIBLE_HOSTS } from '#core/contacts/possible'
import { privateHosts } from '#core/contacts/private-hosts'
import { isPublicHost } from '#core/contacts/public-host'
import { contact, inMinutes, NOW } from '../../support/states/builders.ts'

const FACTS: readonly ContactFact[] = ['asked', 'answered', 'unanswered']
const question = fc.record({
  host: fc.constantFrom('a.example', 'b.example', 'b.example:8443'),
  purpose: fc.constantFrom('assume-role' as const, 'who-am-i' as const),
  proxy: fc.constantFrom(null, 'proxy.example:3128'),
})

test('whatever is noted, each host stands there once for each thing and road, and no question is lost', () => {
  const facts = fc.array(fc.tuple(question, fc.constantFrom(...FACTS)))
  fc.assert(
    fc.property(facts, (all) => {
      let contacts: readonly Contact[] = []
      all.forEach(([each, fact], nth) => {
        contacts = noted(contacts, each, { fact, at: after(NOW, milliseconds(nth)) })
      })
      const keys = contacts.map(({ host, purpose, proxy }) => `${host} ${purpose} ${proxy}`)
      const asked = contacts.reduce((sum, { times }) => sum + times, 0)
      expect([new Set(keys).size, asked]).toEqual([keys.length, all.filter(([, fact]) => fact === 'asked').length])
      for (const { firstAt, lastAt } of contacts) expect(firstAt).toBeLessThanOrEqual(lastAt)
    }),
  )
})

test('what is asked again keeps its first time, and gets the last one', () => {
  const once = noted([], { host: 'a', purpose: 'clock', proxy: null }, { fact: 'asked', at: NOW })
  const [twice] = noted(once, { host: 'a', purpose: 'clock', proxy: null }, { fact: 'asked', at: inMinutes(5) })
  expect(twice).toMatchObject({ times: 2, firstAt: NOW, lastAt: inMinutes(5), answered: 0 })
})

test.each([
  [{ times: 1, answered: 1 }, 'once, answered'],
  [{ times: 4, answered: 4 }, '4 times, each answered'],
  [{ times: 1, answered: 0, unanswered: 1 }, 'once, no answer'],
  [{ times: 5, answered: 3, unanswered: 2 }, '5 times, 2 without an answer'],
  [{ times: 1, answered: 0 }, 'once, on its way'],
  [{ times: 3, answered: 2 }, '3 times, 1 on the way'],
])('%j are "%s"', (changes, words) => {
  expect(countWords(contact(changes))).toBe(words)
})

test('with nobody asked it says so', () => {
  expect(contactLines({ since: NOW, contacts: [] })).toEqual([NOBODY_ASKED])
})

test.each([
  ['sts.amazonaws.com', true],
  ['sts.eu-west-1.amazonaws.com', true],
  ['sts.cn-north-1.amazonaws.com.cn', true],
  ['signin.aws.amazon.com', true],
  ['eusc-de-east-1.signin.amazonaws-eusc.eu', true],
  ['127.0.0.1:41234', true],
  ['[::1]:4566', true],
  // Names its owner.
  ['vpce-0a1b2c.sts.eu-west-1.vpce.amazonaws.com', false],
  ['sts.acme.example', false],
  ['sts.amazonaws.com.acme.example', false],
  ['10.1.2.3', false],
])('that everybody asks %s is %s', (host, expected) => {
  expect(isPublicHost(host)).toBe(expected)
})

test('a host of a company is taken out with its port and without, and so is its proxy', () => {
  const contacts = [contact(), contact({ host: 'sts.acme.example:8443', proxy: 'proxy.acme.example:3128' })]
  expect(privateHosts({ since: NOW, contacts })).toEqual([
    'sts.acme.example:8443',
    'sts.acme.example',
    'proxy.acme.example:3128',
    'proxy.acme.example',
  ])
})

test('what may be asked names AWS, the feed and this computer, and nobody else', () => {
  const names = POSSIBLE_HOSTS.map(({ host }) => host).filter((host) => host.includes('.'))
  expect(names.filter((host) => !isPublicHost(host.replace('REGION', 'eu-west-1')))).toEqual([])
})
