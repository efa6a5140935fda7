import { createHash } from 'node:crypto'

/** In hexadecimal digits. Told apart by the first twelve, texts of one person's machine never meet by accident. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
