/** "mfa/ana in account 111122223333" for an ARN, the serial number itself for a piece of hardware. */
export function deviceWords(serial: string): string {
  const parts = /^arn:[^:]+:iam::(\d{12}):(.+)$/.exec(serial)
  return parts === null ? serial : `${parts[2]} in account ${parts[1]}`
}
