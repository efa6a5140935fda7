import { signInNote } from '#core/aws-config/sign-ins'
import type { ConfigReading } from '#engine/ports'
import { readAwsImport, type AwsImportContext } from './aws-import.ts'
import { createLook } from './config-look.ts'

/** The demo, and what the person has that could be of use: profiles that sign in by themselves are of none yet. */
export async function besideDemo(reading: ConfigReading, context: AwsImportContext): Promise<ConfigReading> {
  const { signIns } = await readAwsImport(context, createLook())
  const note = signInNote(signIns)
  const { parsed } = reading
  if (note === null || !parsed.ok) return reading
  return { ...reading, parsed: { ok: true, value: { ...parsed.value, notes: [...parsed.value.notes, note] } } }
}
