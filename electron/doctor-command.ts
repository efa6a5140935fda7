import { examinationText, examine } from '#core/doctor/examine'
import { doctorFacts } from '#host/doctor-facts'
import type { Order } from './arguments.ts'
import { thisMachine } from './assemble.ts'

interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** `doctor`: what is wrong around the AWS files, a line each. 0: nothing was found, 1: something was. */
export async function doctorCommand({ json }: Order & { kind: 'doctor' }, { out, err }: Terminal): Promise<0 | 1> {
  const found = examine(await doctorFacts(thisMachine()))
  if (json) out(`${JSON.stringify(found, null, 2)}\n`)
  else out(examinationText(found))
  for (const line of found.unchecked) err(`${line}\n`)
  if (found.findings.length === 0) err('Nothing was found.\n')
  return found.findings.length === 0 ? 0 : 1
}
