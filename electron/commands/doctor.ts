import { contactLines } from '#core/contacts/contact-words'
import { examinationText, examine } from '#core/doctor/examine'
import { createContacts } from '#engine/contacts'
import { systemClock } from '#host/clock'
import { thisMachine } from '#host/this-machine'
import { command, type Doors, JSON_SWITCH, NO_WORDS } from './line/command.ts'

export const doctorCommand = command({
  name: 'doctor',
  group: 'see',
  summary: 'what is wrong around your AWS files, a line each',
  details: ['Ends with 0 where nothing was found, with 1 where something was.'],
  words: NO_WORDS,
  switches: [JSON_SWITCH],
  parse: ({ has }) => ({ json: has('json') }),
  run: doctor,
})

async function doctor({ json }: { readonly json: boolean }, { out, err }: Doors): Promise<0 | 1> {
  const { doctorFacts } = await import('#host/doctor-facts')
  const contacts = createContacts(systemClock.now)
  const found = examine(await doctorFacts(thisMachine(), contacts))
  if (json) out(`${JSON.stringify(found, null, 2)}\n`)
  else out(examinationText(found))
  for (const line of found.unchecked) err(`${line}\n`)
  if (found.findings.length === 0) err('Nothing was found.\n')
  for (const line of contactLines(contacts.report())) err(`Asked ${line}.\n`)
  return found.findings.length === 0 ? 0 : 1
}
