import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type AppPage, appPage } from '../support/app/app-page.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { processesOf } from '../support/intruder/processes.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const OWN = '# mine\n[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n'

interface BadHelper {
  readonly name: string
  /** `null`: it is not there. */
  readonly script: string | null
  readonly mode?: number
  /** What its identity has beside the command. */
  readonly more?: object
  readonly message: RegExp
}

const printed = (json: string): string => `printf '%s' '${json}'`
const keysWith = (fields: object): string =>
  printed(
    JSON.stringify({
      Version: 1,
      AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      SessionToken: 'EXAMPLETOKEN',
      Expiration: '2999-01-01T00:00:00Z',
      ...fields,
    }).replaceAll('%', '%%'),
  )

const HELPERS: readonly BadHelper[] = [
  { name: 'missing', script: null, message: /missing was not found\.$/ },
  { name: 'forbidden', script: 'exit 0', mode: 0o600, message: /forbidden may not be run\.$/ },
  {
    name: 'hanging',
    script: 'sleep 300',
    more: { timeout: '1s' },
    message: /^hanging was stopped: it did not end within 1 s\.$/,
  },
  { name: 'flooding', script: 'exec yes', message: /^flooding was stopped: it printed far more than credentials\.$/ },
  { name: 'rubbish', script: 'echo "Please log in first"', message: /JSON/ },
  { name: 'silent', script: 'exit 0', message: /printed nothing/ },
  { name: 'expired', script: keysWith({ Expiration: '2020-01-01T00:00:00Z' }), message: /expired|ended/ },
  { name: 'two-lines', script: keysWith({ SecretAccessKey: 'EXAMPLE\nKEY' }), message: /SecretAccessKey/ },
  { name: 'no-secret', script: keysWith({ SecretAccessKey: undefined }), message: /SecretAccessKey/ },
  { name: 'crashing', script: 'kill -SEGV $$', message: /crashed \(SIGSEGV\)\.$/ },
]

let person: Person
let panel: AppPage

test.beforeAll(async () => {
  person = await arrive()
  const bad = HELPERS.map(({ name, script, mode = 0o700, more }) => {
    const { command } = person.helper(name, script ?? '')
    if (script === null) rmSync(command)
    else chmodSync(command, mode)
    return [name, byCommand(command, more)]
  })
  const { command } = person.helper('keys', keysFor(3_600))
  // What is asked before the first write is another test's matter.
  const settings = { files: { preview: 'tell' } }
  person.configure({ identities: { good: byCommand(command), ...Object.fromEntries(bad) }, settings })
  panel = await appPage(await person.start())
})

test.afterAll(async () => {
  await person.leave()
})

test.describe('a helper that is', () => {
  const said = new Set<string>()

  for (const { name, message } of HELPERS) {
    test(`${name} gets its own problem, and the file is as it was`, async () => {
      person.write(OWN)
      await panel.seek(name)
      await panel.toggle(name)
      await panel.expectState(name, 'failed')
      await panel.open(name)
      const told = panel.details.locator('.problem-message')
      await expect(told).toHaveText(message)
      await expect(panel.details.locator('.problem-hint')).not.toBeEmpty()
      expect(person.credentials()).toBe(OWN)

      const words = (await told.textContent()) ?? ''
      expect([...said].filter((earlier) => earlier === words)).toEqual([])
      said.add(words)
      await panel.toggle(name)
      await panel.expectState(name, 'inactive')
    })
  }

  test('stopped leaves no process behind', async () => {
    await expect
      .poll(() => processesOf(person.home).filter(({ argv }) => /helpers\/|\b(?:sleep|yes)\b/.test(argv)))
      .toEqual([])
  })
})

test.describe('a credentials file that is', () => {
  test.beforeEach(async () => {
    await panel.seek('good')
    rmSync(dirname(person.credentialsFile), { recursive: true, force: true })
    mkdirSync(dirname(person.credentialsFile), { mode: 0o700 })
  })

  test.afterEach(async () => {
    rmSync(dirname(person.credentialsFile), { recursive: true, force: true })
    await panel.toggle('good')
    await panel.expectState('good', 'inactive')
  })

  /** Activates the good identity, and answers with the problem that the window shows. */
  async function refusal(): Promise<string> {
    await panel.toggle('good')
    await panel.expectState('good', 'failed')
    await panel.open('good')
    await expect(panel.details.locator('.problem-hint')).not.toBeEmpty()
    return (await panel.details.locator('.problem-message').textContent()) ?? ''
  }

  test('read-only is refused and left alone', async () => {
    person.write(OWN)
    chmodSync(person.credentialsFile, 0o444)
    expect(await refusal()).toBe('~/.aws/credentials is read-only, so it was left alone.')
    expect(person.credentials()).toBe(OWN)
    expect(lstatSync(person.credentialsFile).mode & 0o777).toBe(0o444)
  })

  test('a folder is refused and left alone', async () => {
    mkdirSync(person.credentialsFile)
    expect(await refusal()).toBe('~/.aws/credentials is not a file.')
    expect(readdirSync(person.credentialsFile)).toEqual([])
  })

  test('a link into nowhere is refused and stays a link', async () => {
    symlinkSync('/nonexistent/dotfiles/credentials', person.credentialsFile)
    expect(await refusal()).toContain('/nonexistent/dotfiles')
    expect(lstatSync(person.credentialsFile).isSymbolicLink()).toBe(true)
  })

  test('a link that leads to itself is refused and stays', async () => {
    symlinkSync(person.credentialsFile, person.credentialsFile)
    expect(await refusal()).toContain('is a link that leads back to itself')
    expect(lstatSync(person.credentialsFile).isSymbolicLink()).toBe(true)
  })

  test('owned in part by the person: their section of the same name is not taken over', async () => {
    const theirs = '[good]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLEKEY\n'
    person.write(theirs)
    expect(await refusal()).toMatch(/\bgood\b/)
    expect(person.credentials()).toBe(theirs)
  })

  test('not UTF-8 keeps every byte', async () => {
    const latin = Buffer.from('# caf\xe9 \xa4\n[default]\nregion = eu-west-1\n', 'latin1')
    writeFileSync(person.credentialsFile, latin)
    await panel.toggle('good')
    await panel.expectState('good', 'live')
    const after = readFileSync(person.credentialsFile)
    expect(after.subarray(0, latin.length).equals(latin)).toBe(true)
    expect(person.profile('good')).toMatchObject({ manager: 'credtray' })
    expect(readdirSync(dirname(person.credentialsFile)).filter((name) => name.includes('tmp'))).toEqual([])
    await panel.toggle('good')
    await panel.expectState('good', 'inactive')
    await expect.poll(() => readFileSync(person.credentialsFile).equals(latin)).toBe(true)
    await panel.toggle('good')
    await panel.expectState('good', 'live')
  })

  test('a link to a file elsewhere is followed and stays a link', async () => {
    const real = join(person.home, 'dotfiles-credentials')
    writeFileSync(real, OWN, { mode: 0o600 })
    symlinkSync(real, person.credentialsFile)
    await panel.toggle('good')
    await panel.expectState('good', 'live')
    expect(lstatSync(person.credentialsFile).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8').startsWith(OWN)).toBe(true)
  })
})
