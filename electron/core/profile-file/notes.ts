import type { FileWarning, FileWarningCode } from './warnings.ts'

/** Something about the AWS files that did not stop the write, but that the person should know. */
export interface FileNote {
  readonly code: FileWarningCode | 'READABLE_BY_OTHERS' | 'REGION_NOT_WRITTEN' | 'MIRROR_NOT_WRITTEN' | 'SHADOWED'
  /** One sentence with the way out in it. */
  readonly message: string
}

export function noteOf({ code, line }: FileWarning, file: string): FileNote {
  return { code, message: SENTENCES[code](`${file}:${line}`) }
}

const SENTENCES: Readonly<Record<FileWarningCode, (place: string) => string>> = {
  BOM: (place) =>
    `The AWS CLI cannot read this file: it starts with a byte order mark (${place}). Save it as UTF-8 without one.`,
  NOT_UTF8: (place) => `The AWS CLI cannot read this file: it is not UTF-8 (${place}). Save it as UTF-8.`,
  DUPLICATE_SECTION: (place) =>
    `The AWS CLI cannot read this file: a section is there twice (${place}). Merge the two or delete one.`,
  DUPLICATE_KEY: (place) =>
    `The AWS CLI cannot read this file: a key is there twice in one section (${place}). Delete one.`,
  MALFORMED_LINE: (place) =>
    `The AWS CLI cannot read this file: a line is neither a header, a comment nor "key = value" (${place}). Correct it.`,
  DEFAULT_SECTION: (place) =>
    `The AWS CLI adds the keys of [DEFAULT] to every profile (${place}). Rename it to [default] if that is not meant.`,
  HEADER_NOT_PORTABLE: (place) =>
    `The AWS SDK for JavaScript does not see this header (${place}). Write it as [profile NAME] with one space.`,
  PROFILE_NAME_NOT_PORTABLE: (place) =>
    `Some tools ignore a profile with this name (${place}). Use letters, digits and _ . / % @ : + - only.`,
}

export const readableByOthers = (file: string): FileNote => ({
  code: 'READABLE_BY_OTHERS',
  message: `Other users of this machine can read ${file}. "chmod 600 ${file}" keeps it to you.`,
})

export const regionNotWritten = (file: string, why: string): FileNote => ({
  code: 'REGION_NOT_WRITTEN',
  message: `The keys are fresh, but the region could not be added to ${file}. ${why}`,
})

export const mirrorNotWritten = (file: string, why: string): FileNote => ({
  code: 'MIRROR_NOT_WRITTEN',
  message: `The keys are fresh, but they could not be written to your second file ${file}. ${why}`,
})

export const shadowed = (file: string, profile: string, key: string): FileNote => ({
  code: 'SHADOWED',
  message: `The AWS CLI does not use these keys: ${key} of the profile "${profile}" in ${file} comes first. Choose another profile name, or remove that line.`,
})
