import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isOfWindow, WINDOW_HEADERS } from '#shell/window-content'
import { root } from '../../build/setup/project.mjs'

const policy = (text: string): readonly string[] => text.split('; ')
const header = policy(WINDOW_HEADERS['content-security-policy'] ?? '')

test('the policy allows nothing that is text at run time, and no address of others', () => {
  expect(header).toContain("default-src 'none'")
  expect(header.filter((line) => /unsafe|http|ws:|\*|blob:/.test(line))).toEqual([])
})

test('the page says the same as the header, but for what only a header can say', () => {
  const page = readFileSync(join(root, 'renderer/index.html'), 'utf8')
  const [, content = ''] = /content="(default-src[^"]*)"/.exec(page) ?? []
  expect([...policy(content), "frame-ancestors 'none'"]).toEqual(header)
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=/)
})

describe('the window may have', () => {
  test.each([
    ['part', 'credtray-window://app/assets/index.js', true],
    ['part', 'credtray-window://elsewhere/index.html', false],
    ['part', 'credtray-window://app.example.com/index.html', false],
    ['part', 'https://example.com/', false],
    ['part', 'http://127.0.0.1:1/', false],
    ['part', 'file:///etc/passwd', false],
    ['part', 'devtools://devtools/', false],
    ['part', 'data:text/html,x', false],
    ['image', 'data:image/svg+xml,x', true],
    ['image', 'data:text/html,x', false],
    ['download', 'blob:credtray-window://app/1', true],
    ['download', 'blob:https://example.com/1', false],
    ['download', 'credtray-window://app/index.html', false],
    ['download', 'data:text/csv,x', false],
  ] as const)('as %s the address %s: %s', (kind, url, expected) => {
    expect(isOfWindow({ url, kind })).toBe(expected)
  })
})
