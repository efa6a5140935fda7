/** The code of a failed call of the system or of Node, such as `ENOENT`. Empty: it was something else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
