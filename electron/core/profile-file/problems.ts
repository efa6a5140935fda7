import type { Problem } from '../base/problem.ts'

export const invalidProfileName = (): Problem => ({
  code: 'file/invalid-profile-name',
  message: 'This profile name cannot be used in the AWS files.',
  hint: 'Use 1 to 128 letters, digits and _ . / % @ : + - ; DEFAULT and __proto__ are taken by the tools that read the file.',
})

export const invalidKey = (): Problem => ({
  code: 'file/invalid-key',
  message: 'A key to be written is not a plain lower-case name.',
  hint: 'Keys are lower-case letters, digits and underscores, and begin with a letter.',
})

export const invalidValue = (key: string): Problem => ({
  code: 'file/invalid-value',
  message: `The value of ${key} cannot be written to an AWS file so that every tool reads it back the same.`,
  hint: 'It must be printable ASCII on one line, without spaces around it and without a comment sign after a space. Check what the source of this identity prints.',
})

export const longLivedKeysPresent = (profile: string): Problem => ({
  code: 'file/long-lived-keys-present',
  message: `The profile "${profile}" holds long-lived keys that Credtray did not write.`,
  hint: 'Move those keys to a profile with another name, or choose another profile name for this identity.',
})

export const notOurs = (profile: string): Problem => ({
  code: 'file/not-ours',
  message: `The profile "${profile}" is already in the credentials file, and Credtray did not write it.`,
  hint: 'In its details, choose another profile name or let Credtray take the section over; a copy is kept.',
})

export const changedSince = (profile: string): Problem => ({
  code: 'file/changed-since',
  message: `The section of the profile "${profile}" was changed by somebody else since Credtray wrote it, so it was left alone.`,
  hint: 'Compare it with the backups ("credtray undo --list" says where they are) and put back by hand what you want.',
})

export const nothingToUndo = (profile: string | null): Problem => ({
  code: 'file/nothing-to-undo',
  message:
    profile === null
      ? 'There is no change of Credtray in the AWS files to take back.'
      : `There is no change of the profile "${profile}" to take back.`,
  hint: '"credtray undo --list" shows what can be taken back, and the backups.',
})

export const backupGone = (profile: string, backup: string): Problem => ({
  code: 'file/nothing-to-undo',
  message: `The backup that holds the profile "${profile}" as it was is gone: ${backup}.`,
  hint: '"credtray undo --list" shows the backups that there are; put the section back by hand.',
})

export const ambiguousStructure = (profile: string, line: number): Problem => ({
  code: 'file/ambiguous-structure',
  message: `Tools disagree about where the profile "${profile}" begins or ends, because of line ${line} of the file.`,
  hint: `Open the file, take away the spaces before the text in line ${line}, and try again.`,
})

export const encodingUnsupported = (): Problem => ({
  code: 'file/encoding-unsupported',
  message: 'The file is UTF-16 or holds NUL bytes, so the AWS tools cannot read it.',
  hint: 'Save it as UTF-8 without a byte order mark and try again.',
})
