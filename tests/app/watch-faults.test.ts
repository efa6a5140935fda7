import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createHealth } from '#engine/health'
import { watchFaults } from '../../electron/app/watch-faults.ts'
import { CANARY, canariesIn } from '../support/intruder/canary.ts'

function watched() {
  const source = new EventEmitter()
  const lines: string[] = []
  const told: string[] = []
  const faults = watchFaults({ source, say: (line) => void lines.push(line) })
  const health = createHealth(new AbortController().signal, () => undefined)
  return { source, lines, told, health, attach: () => faults.attach(health, (words) => void told.push(words)) }
}

test('what nobody caught is told once, stands in the log, and shakes the engine', () => {
  const { source, lines, told, health, attach } = watched()
  attach()
  source.emit('uncaughtException', new Error('one'))
  source.emit('unhandledRejection', new Error('two'))
  expect([health.fault(), told.length, lines.length]).toEqual(['shaken', 1, 2])
  expect(lines[1]).toContain('two')
})

test('when it gets worse that is told as well', () => {
  const { told, health, attach } = watched()
  attach()
  health.hurt('shaken', new Error('one'))
  health.hurt('stopped', new Error('two'))
  health.hurt('stopped', new Error('three'))
  expect(told.map((words) => words.split(':')[0])).toEqual([
    'Something inside Credtray broke',
    'Credtray has stopped refreshing',
  ])
})

test('before there is an engine it stands in the log', () => {
  const { source, lines } = watched()
  source.emit('uncaughtException', new Error('too early', { cause: new Error('no disk') }))
  expect(lines).toEqual(['A fault while Credtray starts: Error: too early because Error: no disk'])
})

test('keys that were in the hands of what broke are in no word of it', () => {
  const { source, lines, told, attach } = watched()
  attach()
  for (const text of Object.values(CANARY))
    source.emit('uncaughtException', new Error(`write of SecretAccessKey=${text} failed\n${text}`, { cause: text }))
  source.emit('unhandledRejection', JSON.stringify(CANARY))
  expect([canariesIn(lines.join('\n')), canariesIn(told.join('\n')), lines.length]).toEqual([[], [], 4])
})

test('one that comes at every turn does not fill the log', () => {
  const { source, lines, attach } = watched()
  attach()
  for (let nth = 0; nth < 1_000; nth += 1) source.emit('uncaughtException', new Error('again'))
  expect(lines.length).toBeLessThan(30)
})
