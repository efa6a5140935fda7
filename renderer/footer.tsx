import type { WindowState } from '#bridge/contract'
import { Glyph } from './parts/glyph.tsx'
import { useActions } from './services.ts'

/** Which file this is all about. A click opens it. */
export function Footer({ state: { snapshot, version } }: { readonly state: WindowState }) {
  const actions = useActions()
  const { file } = snapshot.config
  return (
    <footer className="footer">
      {file === null ? (
        <span className="footer-file">No configuration</span>
      ) : (
        <button type="button" className="footer-file" title={`Open ${file}`} onClick={() => void actions.openConfig()}>
          <Glyph name="file" />
          <span className="visually-hidden">Open the configuration </span>
          <bdi>{file}</bdi>
        </button>
      )}
      <span className="footer-version">Credtray {version}</span>
    </footer>
  )
}
