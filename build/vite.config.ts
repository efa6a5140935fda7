import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

const root = new URL('..', import.meta.url).pathname
// `debug` (of electron-updater) colours its output where somebody has installed supports-color, as our tools have: what
// is not among our dependencies must not ship.
const outside = ['electron', 'supports-color', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/**
 * Three bundles from one config: main and cli (ESM, Node), preload (CJS: a sandboxed preload has no ESM context),
 * window (Chromium). The targets are the older of the two runtimes that we run on, Electron 33.
 */
export default defineConfig({
  root: `${root}renderer`,
  base: './',
  plugins: [react()],
  build: { target: 'chrome130', outDir: `${root}dist/renderer`, emptyOutDir: true, modulePreload: { polyfill: false } },
  builder: {},
  environments: {
    main: {
      consumer: 'server',
      resolve: { external: outside, noExternal: true },
      build: {
        target: 'node20.18',
        outDir: `${root}dist/main`,
        emptyOutDir: true,
        rolldownOptions: {
          input: { main: `${root}electron/main.ts`, cli: `${root}electron/cli.ts` },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { external: outside, noExternal: true },
      build: {
        target: 'node20.18',
        outDir: `${root}dist/preload`,
        emptyOutDir: true,
        rolldownOptions: {
          input: { preload: `${root}electron/preload.ts` },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
})
