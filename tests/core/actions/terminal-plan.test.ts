import { describe, expect, test } from 'vitest'
import { terminalPlan } from '#core/actions/terminal-plan'
import { terminalVariables } from '#core/actions/terminal-variables'
import { ENCODED, SCRIPT, type TerminalWish } from '#core/actions/terminal-wish'
import { profileName } from '../../support/states/builders.ts'

const wish = (changes: Partial<TerminalWish> = {}): TerminalWish => ({
  platform: 'linux',
  profile: profileName('staging'),
  region: 'eu-west-1',
  files: { credentials: null, config: null },
  chosen: null,
  preferred: null,
  shell: '/bin/zsh',
  ...changes,
})

/** What runs inside of a terminal. */
const INSIDE = expect.arrayContaining(['env', '-u', 'AWS_ACCESS_KEY_ID', 'AWS_PROFILE=staging', '/bin/zsh'])

test('what would win over the profile is gone, and no variable holds a key', () => {
  const variables = terminalVariables(wish())
  expect(variables).toMatchObject({ AWS_PROFILE: 'staging', AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' })
  expect('AWS_SECRET_ACCESS_KEY' in variables && variables['AWS_SECRET_ACCESS_KEY'] === undefined).toBe(true)
})

test('without a region the terminal keeps its own', () => {
  expect(Object.keys(terminalVariables(wish({ region: null })))).not.toContain('AWS_REGION')
})

test('files elsewhere are named to the tools inside', () => {
  const files = { credentials: '/home/ana/own/credentials', config: '/home/ana/own/config' }
  expect(terminalVariables(wish({ files }))).toMatchObject({
    AWS_SHARED_CREDENTIALS_FILE: '/home/ana/own/credentials',
    AWS_CONFIG_FILE: '/home/ana/own/config',
  })
})

describe('on Linux', () => {
  test('the terminals that are common are tried in order', () => {
    const { launches, script } = terminalPlan(wish())
    expect(launches.map(({ file }) => file)).toEqual([
      'x-terminal-emulator',
      'gnome-terminal',
      'konsole',
      'xfce4-terminal',
      'kitty',
      'alacritty',
      'wezterm',
      'xterm',
    ])
    expect(launches.map(({ args }) => args)).toEqual(launches.map(() => INSIDE))
    expect(script).toBeNull()
  })

  test('the desktop’s own comes first, and one that nobody knows gets no arguments', () => {
    expect(terminalPlan(wish({ preferred: 'foot' })).launches[0]).toEqual({ file: 'foot', args: [] })
    expect(terminalPlan(wish({ preferred: '/opt/kitty' })).launches[0]).toEqual({ file: '/opt/kitty', args: INSIDE })
  })

  test('the person’s choice is the only one', () => {
    expect(terminalPlan(wish({ chosen: ['konsole'] })).launches).toEqual([{ file: 'konsole', args: INSIDE }])
  })

  test('a choice with arguments is taken as it is, with the command where it wants it', () => {
    expect(terminalPlan(wish({ chosen: ['kitty', '--single-instance'] })).launches).toEqual([
      { file: 'kitty', args: ['--single-instance'] },
    ])
    const [launch] = terminalPlan(wish({ chosen: ['foot', '-e', '{command}'] })).launches
    expect(launch?.args.slice(0, 2)).toEqual(['-e', 'env'])
  })
})

describe('on macOS', () => {
  test('a script that deletes itself is opened, by Terminal or by the app of choice', () => {
    const plan = terminalPlan(wish({ platform: 'darwin' }))
    expect(plan.launches).toEqual([{ file: '/usr/bin/open', args: ['-a', 'Terminal', SCRIPT] }])
    expect(plan.script).toMatch(/^#!\/bin\/sh\nrm -f -- "\$0" && rmdir -- "\${0%\/\*}"\nunset AWS_ACCESS_KEY_ID /)
    expect(plan.script).toContain('\nexport AWS_PROFILE=staging\nexport AWS_REGION=eu-west-1\n')
    expect(terminalPlan(wish({ platform: 'darwin', chosen: ['iTerm'] })).launches[0]?.args[1]).toBe('iTerm')
  })

  test('a region with a quote in it stays a word', () => {
    const { script } = terminalPlan(wish({ platform: 'darwin', region: `x'; rm -rf ~; '` }))
    expect(script).toContain(String.raw`export AWS_REGION='x'\''; rm -rf ~; '\'''`)
  })
})

describe('on Windows', () => {
  test('Windows Terminal, then PowerShell, each of which sets the variables itself', () => {
    const { launches, script } = terminalPlan(wish({ platform: 'win32' }))
    expect(launches.map(({ file, args }) => [file, args.at(-1)])).toEqual([
      ['wt.exe', ENCODED],
      ['pwsh.exe', ENCODED],
      ['powershell.exe', ENCODED],
    ])
    expect(script).toContain('Remove-Item Env:AWS_ACCESS_KEY_ID -ErrorAction SilentlyContinue\n')
    expect(script).toContain("$env:AWS_PROFILE = 'staging'\n")
  })

  test.each([
    [['C:\\Tools\\wt.exe'], ['-w', 'new', 'powershell.exe', '-NoExit', '-EncodedCommand', ENCODED]],
    [['cmd.exe'], []],
    [['alacritty.exe', '--hold'], ['--hold']],
  ])('the choice %j gets its arguments', (chosen, args) => {
    expect(terminalPlan(wish({ platform: 'win32', chosen })).launches).toEqual([{ file: chosen[0], args }])
  })
})
