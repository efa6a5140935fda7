import { defineConfig } from '@playwright/test'

/** One worker: each test brings a desktop and an Electron of its own, and times are part of what is tested. */
export default defineConfig({
  testDir: '../tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  // Clicks on a menu that the desktop is just replacing, and limits of a second on a busy machine: a real desktop misses
  // one now and then. What needed its second try is said at the end (build/checks/suites.mjs).
  retries: 1,
  reporter: 'list',
})
