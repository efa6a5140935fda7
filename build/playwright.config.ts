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
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  // A picture that nobody has looked at must not become the truth by itself: npm run snapshots takes them.
  updateSnapshots: 'none',
  expect: {
    // Measured: drawn by a GPU's rules, the same window differs in 68 such pixels at most; a colour that became another
    // differs in 150, a switch 2 px beside its place in 240, a word cut off in 140, buttons 4 px narrower in 600.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixels: 75, animations: 'disabled', caret: 'hide', scale: 'device' },
  },
})
