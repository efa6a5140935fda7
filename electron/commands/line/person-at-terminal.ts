import { createInterface } from 'node:readline'
import type { Person } from './command.ts'

export const personAtTerminal: Person = {
  isThere: () => process.stdin.isTTY && process.stderr.isTTY,
  answer,
  agrees: async (question) => /^y(?:es)?$/i.test((await answer(question)).trim()),
}

async function answer(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const said = await new Promise<string>((resolve) => {
    prompt.question(question, resolve)
    // Ctrl-D, or a pipe without a line in it.
    prompt.once('close', () => resolve(''))
  })
  prompt.close()
  // What came through a pipe was echoed by no terminal, so the line of the question is still open.
  if (!process.stdin.isTTY) process.stderr.write('\n')
  return said
}
