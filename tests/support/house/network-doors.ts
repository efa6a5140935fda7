/** One way in which a source could reach a network, as `module name` or the name of a global. */
export type Door = string

/** Modules by which something can leave. What of them only listens or only reads is told by the names that are imported. */
const MODULES =
  /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector|undici)$|^@aws-sdk\/|^@smithy\/|^electron-updater$|^ws$/

/** What of Electron asks somebody by itself, or hands an address to somebody who does. */
const OF_ELECTRON = new Set(['net', 'session', 'autoUpdater', 'crashReporter'])

const GLOBALS =
  /(?<![\w.#'])(?:globalThis\.)?(fetch|WebSocket|WebSocketStream|EventSource|XMLHttpRequest|RTCPeerConnection|WebTransport)\s*\(|\b(sendBeacon|openExternal|loadURL|downloadURL|resolveHost|setFeedURL)\s*\(|\b(getBuiltinModule|createRequire)\b/g

/** Every door of a source. Types are none: they are gone when it runs. */
export function networkDoors(source: string): readonly Door[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
  const imports = [...code.matchAll(/\bimport\s+(?!type\b)([^'"]*?)\s*(?:from\s*)?['"]([^'"]+)['"]/g)].flatMap(
    ([, names = '', module = '']) => doorsOf(module, names),
  )
  const later = [...code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g)].flatMap(([, module = '']) =>
    doorsOf(module, ''),
  )
  const globals = [...code.matchAll(GLOBALS)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '')
  return [...new Set([...imports, ...later, ...globals])].toSorted()
}

/** `* as net`, a default import and one for its effect are the whole of the module. */
function doorsOf(module: string, names: string): readonly Door[] {
  const isElectron = module === 'electron' || module.startsWith('electron/')
  if (!isElectron && !MODULES.test(module)) return []
  const listed = /\{([^}]*)\}/.exec(names)
  const outside = names.replace(/\{[^}]*\}/, '').replaceAll(/[\s,]/g, '')
  const whole = listed === null || outside !== '' ? [`${module} (whole)`] : []
  const named = (listed?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name)
  return [...whole, ...named.filter((name) => !isElectron || OF_ELECTRON.has(name)).map((name) => `${module} ${name}`)]
}
