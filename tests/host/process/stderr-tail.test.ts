import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStderrTail } from '#host/process/stderr-tail'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

/** Everything that came of some chunks: live text, all that was kept, and the last lines. */
function feed(...chunks: readonly (string | Uint8Array)[]) {
  const live: string[] = []
  const tail = createStderrTail((text) => live.push(text))
  for (const chunk of chunks) tail.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return { ...tail.finish(), live: live.join('') }
}

test('however the bytes are cut, the lines are the same and no secret is in them', () => {
  const text = `Zugriff für Jörg\r\nSecretAccessKey=hunter2canary\n\nkey ${SECRET} end\r50%\r100%\nlast ${SECRET}`
  const lines = 'Zugriff für Jörg\nSecretAccessKey=[hidden]\nkey [hidden] end\n50%\n100%\nlast [hidden]'
  fc.assert(
    fc.property(fc.array(fc.nat({ max: Buffer.byteLength(text) })), (cuts) => {
      const bytes = Buffer.from(text)
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const { words, live } = feed(...edges.slice(1).map((end, at) => bytes.subarray(edges[at], end)))
      expect([words, live.replace(/\n+/g, '\n').trim()]).toEqual([lines, lines])
    }),
  )
})

test('a line without end is cut at a space, so that no half secret is left', () => {
  const { words } = feed(`${'word '.repeat(815)}${SECRET}`, 'x'.repeat(100_000), '\nnext\n')
  expect([words.includes(SECRET.slice(0, 8)), words.endsWith('word […]\nnext')]).toEqual([false, true])
})

test('of very much text the end is kept', () => {
  const { words, last } = feed(...Array.from({ length: 20_000 }, (_, at) => `line number ${at}\n`))
  expect([
    words.length <= 65_536,
    words.length > 60_000,
    last.split('\n').length,
    last.endsWith('line number 19999'),
  ]).toEqual([true, true, 20, true])
})

test('bytes that are not UTF-8 are no reason to fail', () => {
  expect(feed(Uint8Array.from([0x68, 0x69, 0xff, 0x0a])).words).toBe('hi\ufffd')
})
