import { defineConfig } from '@playwright/test'

/** One worker: each test brings a desktop and an Electron of its own, and times are part of what is tested. */
export default defineConfig({
  testDir: '../tests/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './checks/before-e2e.mjs',
  outputDir: '../test-results',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
})
