/**
 * What a page that was taken over might send in place of an input. None of it is the input of any request. It closes over
 * nothing, so that a test can send its source into a page.
 */
export function foreignInputs(): Readonly<Record<string, unknown>> {
  const cyclic: Record<string, unknown> = { name: 'staging', mfaCode: null }
  cyclic['self'] = cyclic
  let deep: unknown = 'staging'
  for (let level = 0; level < 500; level += 1) deep = { deep }
  class Pretender {
    readonly name = 'staging'
    toString(): string {
      return 'staging'
    }
  }
  const staging = 'staging'
  return {
    'no number': Number.NaN,
    'no end': Number.POSITIVE_INFINITY,
    'a negative number': -1,
    'a big integer': 2n ** 70n,
    'a symbol': Symbol('staging'),
    'an empty text': '',
    'five million letters': 'a'.repeat(5_000_000),
    'a list': [staging],
    'a list with holes': Array.from({ length: 1_000 }),
    'a ring': cyclic,
    'five hundred levels': deep,
    'a function': () => staging,
    'an object of a class': new Pretender(),
    'an object that becomes a text': { toString: () => staging, length: 7 },
    'a getter that throws': Object.defineProperty({}, 'name', {
      enumerable: true,
      get: () => {
        throw new Error('from the page')
      },
    }),
    'a proxy': new Proxy({}, { get: () => staging, ownKeys: () => ['name'] }),
    'a promise': Promise.resolve(staging),
    'a date': new Date(0),
    'a map': new Map([['name', staging]]),
    bytes: new Uint8Array(64),
    'an expression': /staging/,
    'an error': new Error(staging),
    'members that nobody asked for': { name: staging, mfaCode: null, write: true },
    'a code with a line feed': { name: staging, mfaCode: '123456\n' },
    'a prototype in JSON': JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"name":"x"}',
    ),
    'keys that are none': { name: staging, accessKeyId: 7, secretAccessKey: {} },
    'a place outside': { file: '/etc/passwd', line: 0, column: 1 },
    'a format that is none': { name: staging, format: '__proto__', withKeys: 'yes', destination: 7 },
  }
}

/** Texts that are well-formed inputs of some requests, and the name of nothing. */
export function foreignNames(): readonly string[] {
  return [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '../../../etc/passwd',
    'stag\u0000ing',
    'staging\r\n[default]\naws_access_key_id = x',
    '\u202estaging',
    '$(touch /tmp/owned)',
    '; rm -rf ~',
    'a'.repeat(256),
    'f'.repeat(64),
  ]
}

/** What is no request. */
export function foreignChannels(): readonly unknown[] {
  return [
    '',
    '__proto__',
    'constructor',
    'toString',
    'session/activate\u0000',
    'session/activate\n',
    ' session/activate',
    'SESSION/ACTIVATE',
    'bridge/request',
    'state/changed',
    'ELECTRON_BROWSER_WINDOW_OPEN',
    'a'.repeat(1_000_000),
    null,
    undefined,
    7,
    ['session/activate'],
    { toString: () => 'session/activate' },
  ]
}
