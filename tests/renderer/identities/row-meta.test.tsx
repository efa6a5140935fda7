import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { IdentityView } from '#core/snapshot/snapshot'
import { problem, run, view } from '../../support/states/builders.ts'
import { RowMeta } from '../../../renderer/identities/row-meta.tsx'

const failed = (changes: Partial<IdentityView>, code: Parameters<typeof problem>[0]): IdentityView =>
  view('data-lake', {
    state: { kind: 'failed', problem: problem(code), keysSince: null, expiresAt: null, retryAt: null },
    ...changes,
  })

const exited = { code: 'process/exit-nonzero', message: 'lake-keys failed with status 1.' } as const

test('a helper that ended badly is told by its own last words', () => {
  const lastRun = run({ exitCode: 1, stderr: 'lake-keys 3.2\nYour VPN is off.\n\n' })
  render(<RowMeta view={failed({ lastRun }, exited)} filter={[]} />)
  expect(screen.getByText('Your VPN is off.')).toBeTruthy()
})

test('one that said nothing, and every other problem, is told by ours', () => {
  const { rerender } = render(<RowMeta view={failed({ lastRun: run({ exitCode: 1 }) }, exited)} filter={[]} />)
  expect(screen.getByText('lake-keys failed with status 1.')).toBeTruthy()
  const missing = { code: 'process/not-found', message: 'aws-sso was not found.' } as const
  rerender(<RowMeta view={failed({ lastRun: run({ stderr: 'noise' }) }, missing)} filter={[]} />)
  expect(screen.getByText('aws-sso was not found.')).toBeTruthy()
})

test('one that is not handled says why: by its kind, or in words where the kind is one that is handled', () => {
  const unhandled = (kind: string, message: string) =>
    view('a', { kind, state: { kind: 'not-handled', because: problem({ code: 'identity/not-handled', message }) } })
  const words = [
    ['aws/permission-set', '"a" is not handled by Credtray (aws/permission-set): it needs a sign-in.'],
    ['aws/assume-role', '"a" is not handled by Credtray: it wants an MFA code for keys that are no user’s own.'],
  ] as const
  const shown = words.map(([kind, message]) => {
    const { container, unmount } = render(<RowMeta view={unhandled(kind, message)} filter={[]} />)
    const { textContent } = container
    unmount()
    return textContent
  })
  expect(shown).toEqual(['aws/permission-set', 'it wants an MFA code for keys that are no user’s own.'])
})
