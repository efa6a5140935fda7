import { checkEncoding } from '../profile-file/bytes.ts'
import { keyWarnings } from '../profile-file/key-warnings.ts'
import { noteOf } from '../profile-file/notes.ts'
import { openProfile } from '../profile-file/sections.ts'
import { fileWarnings, type FileWarning } from '../profile-file/warnings.ts'
import type { DoctorFacts, FileFacts } from './facts.ts'
import type { Finding } from './finding.ts'

/** What keeps the AWS CLI from reading a file, and what of `[DEFAULT]` reaches further than it seems. */
export function readingFindings(file: FileFacts): readonly Finding[] {
  if (file.unreadable !== null) return [unreadable(file, file.unreadable)]
  if (file.text === null) return []
  const encoding = checkEncoding(file.text)
  if (!encoding.ok) return [unreadable(file, 'it is UTF-16 or holds NUL bytes; save it as UTF-8')]
  const { source } = openProfile(file.text, file.kind, '\0')
  return [...fileWarnings(source, []), ...keyWarnings([source])].flatMap((warning) => finding(warning, file))
}

const unreadable = ({ path }: FileFacts, why: string): Finding => ({
  code: 'UNREADABLE',
  message: `${path} cannot be read: ${why}.`,
  file: path,
  line: null,
})

function finding(warning: FileWarning, { path }: FileFacts): readonly Finding[] {
  const { code, line } = warning
  // Of one profile only, and here nobody asked for one.
  if (code === 'HEADER_NOT_PORTABLE' || code === 'PROFILE_NAME_NOT_PORTABLE') return []
  return [{ code, message: noteOf(warning, path).message, file: path, line }]
}

/** Who else on this computer can read or change the files. */
export function modeFindings({ files, folder, hasModes }: DoctorFacts): readonly Finding[] {
  if (!hasModes) return []
  return [...files.flatMap(({ path, mode }) => loose(path, mode, '600')), ...loose(folder.path, folder.mode, '700')]
}

function loose(path: string, mode: number | null, wanted: '600' | '700'): readonly Finding[] {
  if (mode === null || (mode & 0o077) === 0) return []
  const can = (mode & 0o022) === 0 ? 'look into' : 'change'
  const message = `Other users of this computer can ${can} ${path} (mode ${(mode & 0o777).toString(8)}). "chmod ${wanted} ${path}" keeps it to you.`
  return [{ code: 'LOOSE_MODE', message, file: path, line: null }]
}
