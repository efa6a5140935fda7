import fc from 'fast-check'

/**
 * Files as people and tools leave them: pieces of the grammar in any order, right and wrong ones, as one character per
 * byte. Names and keys are few, so that duplicates and near misses come up all the time.
 */
export function iniLikeText(): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('[dev]', '[default]', '[b]', '[devv]', '[Dev]') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[ dev ]',
        '[dev] # mine',
        '[dev]# mine',
        '  [dev]',
        '[dev',
        '[profile dev]',
        '[dev] # [x]',
      ),
    },
    { weight: 8, arbitrary: propertyLine() },
    { weight: 2, arbitrary: fc.constantFrom('', '', '  ', '# note', '; note', '  # deep', '#aws_access_key_id = x') },
    { weight: 2, arbitrary: fc.constantFrom('  more', '\tmore', '  y = 1', '    deep = 2', '  [b]') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('junk', '= 1', '<<<<<<< HEAD', 'x\xc2\xa0= 1', 'n\xc3\xa4me = \xfc', '\x0c'),
    },
  )
  const end = fc.constantFrom('\n', '\n', '\n', '\r\n')
  return fc
    .tuple(fc.constantFrom('', '', '', '\xef\xbb\xbf'), fc.array(fc.tuple(line, end), { maxLength: 24 }), fc.boolean())
    .map(([mark, lines, open]) => {
      const text = lines.map(([content, eol]) => content + eol).join('')
      return mark + (open ? text.replace(/\r?\n$/, '') : text)
    })
}

function propertyLine(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', '', '', '  ', '\t'),
      fc.constantFrom(
        'aws_access_key_id',
        'aws_secret_access_key',
        'aws_session_token',
        'aws_security_token',
        'region',
        'Region',
        's3',
        'x',
        'y',
      ),
      fc.constantFrom(' = ', ' = ', ' = ', '=', ': ', ' =', '   =  '),
      fc.constantFrom('ASIAIOSFODNN7EXAMPLE', 'us-east-1', 'v', 'v # c', 'v ; c', '', 'a:b=c', '"q"', 'v   '),
    )
    .map((parts) => parts.join(''))
}

/** Values that every reader reads back as they were written. */
export const plainValue = (): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z0-9+/=_.:-]{1,30}$/)
