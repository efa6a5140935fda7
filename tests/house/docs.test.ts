import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { ALL_COMMANDS } from '../../electron/commands/all-commands.ts'
import { usage } from '../../electron/commands/line/help-text.ts'
import { filesUnder } from '../support/house/files-under.ts'
import { pages } from '../support/house/pages.ts'

const texts = pages().map((page) => ({ page, text: readFileSync(join(root, page), 'utf8') }))
const found = (pattern: RegExp) =>
  texts.flatMap(({ page, text }) => [...text.matchAll(pattern)].map(([, what = '']) => ({ page, what })))

/** What is generated has no place in a checkout. */
const OURS = /`((?:electron|renderer|tests|build|assets|docs)\/[\w./-]+\.\w+)`/g

describe('what the pages name is there', () => {
  test('files in back-ticks', () => {
    expect(found(OURS).filter(({ what }) => !existsSync(join(root, what)))).toEqual([])
    expect(found(OURS).length).toBeGreaterThan(100)
  })

  test('files and pictures behind links', () => {
    const links = [...found(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g), ...found(/(?:src|srcset)="([^"]+)"/g)]
    expect(links.filter(({ page, what }) => !existsSync(join(root, dirname(page), what)))).toEqual([])
  })

  test('headings behind links within a page and between pages', () => {
    const anchors = new Map(texts.map(({ page, text }) => [page, headingsOf(text)]))
    const broken = texts.flatMap(({ page, text }) =>
      [...text.matchAll(/\]\(([^):#\s]*)#([^)]+)\)/g)]
        .map(([, file = '', heading = '']) => ({ page: file === '' ? page : join(dirname(page), file), heading }))
        .filter((link) => anchors.get(link.page)?.includes(link.heading) === false),
    )
    expect(broken).toEqual([])
  })

  test('scripts of npm', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    expect(found(/(?:^|`)npm run (?:-s )?([a-z][\w:-]*)/gm).filter(({ what }) => scripts[what] === undefined)).toEqual(
      [],
    )
  })

  test('sub-commands of credtray', () => {
    const names = new Set(ALL_COMMANDS.map(({ name }) => name))
    const called = found(/^(?:\$ |echo y \| |eval "\$\(|AWS_\w+=\S+ )?credtray ([a-z]+)/gm)
    expect(called.filter(({ what }) => !names.has(what))).toEqual([])
    expect(called.length).toBeGreaterThan(5)
  })
})

test('pages that a comment names are there', () => {
  const sources = filesUnder(['electron', 'renderer', 'build']).filter((file) => /\.(?:tsx?|mjs|css)$/.test(file))
  const named = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/[\w./-]+\.md\b/g)].map(([page]) => ({ file, page })),
  )
  expect(named.filter(({ page }) => !existsSync(join(root, page)))).toEqual([])
  expect(named.length).toBeGreaterThan(5)
})

test('README has every sub-command, in the words of its help', () => {
  const readme = texts.find(({ page }) => page === 'README.md')?.text ?? ''
  const rows = [...readme.matchAll(/^\| `([a-z][^`]*)` \| (.+) \|$/gm)].map(([, order, does]) => ({ order, does }))
  const shown = ALL_COMMANDS.filter(({ group }) => group !== 'inside')
  const wanted = shown.map((each) => ({ order: usage(each), does: each.summary }))
  expect(new Set(rows)).toEqual(new Set(wanted))
})

/** As the hosts of repositories make anchors of headings. */
const headingsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
