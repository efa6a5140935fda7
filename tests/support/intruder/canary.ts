/** Keys that are easy to find again. Each has the shape of a real one, so that what hides real ones hides these. */
export const CANARY = {
  accessKeyId: 'ASIACANARYEXAMPLEKEY',
  secretAccessKey: 'CANARYsecretEXAMPLE/K7MDENG/bPxRfiCYkeyZ',
  sessionToken: `CANARYtokenEXAMPLE${'AbCd0123'.repeat(12)}`,
} as const

/** Which of them stand in these bytes: whole, their first or last letters, plain or in base64. */
export function canariesIn(bytes: string | Buffer): readonly string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  return Object.entries(CANARY).flatMap(([name, value]) =>
    [value.slice(0, 14), value.slice(-12), base64Core(value)].some((form) => text.includes(form)) ? [name] : [],
  )
}

/** Of the base64 form the part that does not depend on what follows. */
const base64Core = (value: string): string => Buffer.from(value.slice(0, 15)).toString('base64')

/** Shell lines that say them to stderr in the ways that helpers have, and print them as they should. */
export const leakyHelper = (end: 'prints keys' | 'fails' | 'prints rubbish'): string => `
id='${CANARY.accessKeyId}' secret='${CANARY.secretAccessKey}' token='${CANARY.sessionToken}'
{
  echo "using $id with $secret and $token"
  echo "export AWS_SECRET_ACCESS_KEY='$secret' AWS_SESSION_TOKEN=\\"$token\\""
  printf '{"SecretAccessKey": "%s", "SessionToken":"%s"}\\n' "$secret" "$token"
  printf 'colours: \\033[1m%s\\033[0m %s\\n' "$secret" "$id"
  printf 'in two halves: %s' "\${secret%%/*}"
  sleep 0.2
  printf '/%s\\n' "\${secret#*/}"
} >&2
${ENDS[end]}`

const ENDS = {
  'prints keys': `printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s","SessionToken":"%s","Expiration":"2999-01-01T00:00:00Z"}' "$id" "$secret" "$token"`,
  fails: 'exit 7',
  'prints rubbish': `printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s",' "$id" "$secret"`,
} as const
