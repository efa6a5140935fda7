import { problemWords } from '#core/base/problem'
import type { AskingRow, RefreshRow } from '#core/command/report'
import { deviceWords } from '#core/identity/device-words'
import type { Person, Terminal } from '../line/command.ts'

/** Tries once more, with these six digits or without any. */
export type Again = (name: string, mfaCode: string | null) => Promise<AskingRow>

/**
 * Asks the person at the terminal for the codes that are missing, one identity after the other, until AWS takes one or
 * they leave the line empty. Where nobody sits, the rows stay as they are.
 */
export async function withCodes(
  rows: readonly AskingRow[],
  person: Person | null,
  talk: Talk,
): Promise<readonly RefreshRow[]> {
  if (person === null || !person.isThere()) return rows.map(plain)
  const done: AskingRow[] = []
  let hasTyped = false
  for (const row of rows) {
    if (row.code === undefined) done.push(row)
    else {
      // One code opens all who hang on its device (leapp#182).
      const now = hasTyped ? await talk.again(row.identity, null) : row
      done.push(await untilTaken(now, person, talk))
      hasTyped = true
    }
  }
  return done.map(plain)
}

interface Talk {
  readonly err: Terminal['err']
  readonly again: Again
}

async function untilTaken(row: AskingRow, person: Person, talk: Talk): Promise<AskingRow> {
  if (row.code === undefined) return row
  const { serial, refused } = row.code
  if (refused !== null) talk.err(`${problemWords(refused)}\n`)
  const digits = await typedCode(
    `${row.identity}: the six digits that ${deviceWords(serial)} shows now: `,
    person,
    talk,
  )
  return digits === null ? row : untilTaken(await talk.again(row.identity, digits), person, talk)
}

/** `null`: they left the line empty. */
async function typedCode(question: string, person: Person, talk: Talk): Promise<string | null> {
  const digits = (await person.answer(question)).replaceAll(/\s/g, '')
  if (digits === '') return null
  if (/^\d{6}$/.test(digits)) return digits
  talk.err('That is not six digits.\n')
  return typedCode(question, person, talk)
}

/** As programs read it. */
function plain({ code: _code, ...row }: AskingRow): RefreshRow {
  return row
}
