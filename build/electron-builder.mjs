import { join } from 'node:path'
import { root } from './setup/project.mjs'

/**
 * What a package holds and how it is locked: the one place for all systems and targets. docs/packaging.md says why.
 * @param {{ runtime: { dist: string, version: string } | null, output: string }} order `runtime`: an unpacked Electron to use; `null`:
 *   electron-builder fetches the pinned one. `output`: the folder for packages and their unpacked forms
 * @returns {import('electron-builder').Configuration}
 */
export const builderConfig = ({ runtime, output }) => ({
  appId: 'dev.credtray.app',
  productName: 'Credtray',
  copyright: 'MIT, The Credtray developers',
  // Debian wants an address of the maker. There is none yet, and this name can never belong to anybody else (RFC 2606).
  extraMetadata: { homepage: 'https://credtray.invalid' },
  ...(runtime === null ? {} : { electronDist: runtime.dist, electronVersion: runtime.version }),
  directories: { output, buildResources: 'build/package' },
  // Everything is bundled (build/vite.config.ts), so no node_modules ship. What ships is named, never what does not.
  files: [
    'package.json',
    'dist/main/**',
    'dist/preload/**',
    'dist/renderer/**',
    'assets/app/{64x64,256x256}.png',
    'assets/completions/*',
    'assets/demo/**',
    '!node_modules',
  ],
  extraResources: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: 'dist/legal/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
  ],
  asar: true,
  npmRebuild: false,
  // The window speaks English; Chromium's own texts in fifty languages are 40 MB.
  electronLanguages: process.platform === 'darwin' ? ['en'] : ['en-US'],
  electronFuses: fusesFor(process.platform),
  protocols: [{ name: 'Credtray', schemes: ['credtray'] }],
  // No release feed exists, so no package may look for one.
  publish: null,
  linux,
  deb,
  mac,
  dmg: { sign: false },
  win,
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false, include: 'build/package/uninstall.nsh' },
})

/**
 * https://www.electronjs.org/docs/latest/tutorial/security#19-check-which-fuses-you-can-change
 * The first one stays on for Linux: there the command line is this very executable, run as Node, without a display and
 * without Chromium's start. Whoever can set this person's environment can run any program as them already.
 * @param {NodeJS.Platform} platform
 * @returns {NonNullable<import('electron-builder').Configuration['electronFuses']>}
 */
export const fusesFor = (platform) => ({
  runAsNode: platform === 'linux',
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: platform === 'darwin',
})

/** @type {import('electron-builder').LinuxConfiguration} */
const linux = {
  target: ['deb', 'tar.gz', 'AppImage'],
  executableName: 'credtray',
  artifactName: '${name}-${version}-linux-${arch}.${ext}',
  icon: 'assets/app',
  category: 'Utility;',
  synopsis: 'AWS profiles that stay fresh, from the tray',
  description: 'Runs your own sign-in helpers in time and keeps the temporary keys of your AWS profiles fresh.',
  maintainer: 'The Credtray developers <developers@credtray.invalid>',
  syncDesktopName: true,
  desktop: { entry: { Name: 'Credtray', Keywords: 'aws;credentials;profile;sso;role;', StartupNotify: 'false' } },
  extraFiles: [{ from: 'build/package/credtray.sh', to: 'bin/credtray' }],
  files: ['assets/tray/linux/**'],
}

const completions = join(root, 'assets/completions')

/** @type {import('electron-builder').DebOptions} */
const deb = {
  artifactName: '${name}_${version}_${arch}.${ext}',
  packageCategory: 'utils',
  afterInstall: 'build/package/after-install.sh',
  afterRemove: 'build/package/after-remove.sh',
  // What ldd finds in the executable, and what Electron opens while it runs: libnotify, libX11-xcb, libsecret.
  depends: [
    'libgtk-3-0',
    'libnotify4',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libx11-xcb1',
    'libatspi2.0-0',
    'libsecret-1-0',
    'xdg-utils',
  ],
  // electron-builder's own choice is a tray library that Electron has not used for years.
  recommends: [],
  fpm: [
    `${join(root, 'LICENSE')}=/usr/share/doc/credtray/copyright`,
    // Where each shell looks by itself, under the name that it looks for.
    `${join(completions, 'credtray.bash')}=/usr/share/bash-completion/completions/credtray`,
    `${join(completions, 'credtray.zsh')}=/usr/share/zsh/vendor-completions/_credtray`,
    `${join(completions, 'credtray.fish')}=/usr/share/fish/vendor_completions.d/credtray.fish`,
  ],
}

/** @type {import('electron-builder').MacConfiguration} */
const mac = {
  target: [
    { target: 'dmg', arch: ['x64', 'arm64'] },
    { target: 'zip', arch: ['x64', 'arm64'] },
  ],
  artifactName: '${name}-${version}-mac-${arch}.${ext}',
  category: 'public.app-category.developer-tools',
  icon: 'assets/app/1024x1024.png',
  hardenedRuntime: true,
  entitlements: 'build/package/entitlements.mac.plist',
  entitlementsInherit: 'build/package/entitlements.mac.plist',
  extendInfo: {
    // Notifications that stay until they are answered: only those may have buttons.
    NSUserNotificationAlertStyle: 'alert',
    // In the menu bar and not in the Dock, but for the time that its window is shown (shell/browser-window.ts).
    LSUIElement: true,
  },
  extraResources: [{ from: 'build/package/credtray-mac.sh', to: 'bin/credtray' }],
  files: ['assets/tray/mac/**'],
}

/** @type {import('electron-builder').WindowsConfiguration} */
const win = {
  target: ['nsis', 'portable'],
  artifactName: '${name}-${version}-win-${arch}.${ext}',
  icon: 'assets/app/icon.ico',
  extraResources: [{ from: 'build/package/credtray.cmd', to: 'bin/credtray.cmd' }],
  files: ['assets/tray/win/**'],
}
