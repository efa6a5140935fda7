import { memo } from 'react'
import type { WindowState } from '#bridge/contract'
import { Glyph } from './parts/glyph.tsx'
import { useTilde } from './parts/use-tilde.ts'
import { useActions } from './services.ts'

/** Which file this is all about; a click opens it. Beside it how much there is to know of it. */
export const Footer = memo(function Footer({ state: { snapshot, version } }: { readonly state: WindowState }) {
  const actions = useActions()
  const tilde = useTilde()
  const { file } = snapshot.config
  const notes = snapshot.configNotes.length
  return (
    <footer className="footer">
      {file === null ? (
        <span className="footer-file">No configuration</span>
      ) : (
        <button type="button" className="footer-file" title={`Open ${file}`} onClick={() => void actions.openConfig()}>
          <Glyph name="file" />
          <span className="visually-hidden">Open the configuration </span>
          <FilePath path={tilde(file)} />
        </button>
      )}
      {snapshot.identities.length === 0 ? null : (
        <button type="button" className="footer-notes" onClick={() => actions.setScreen('lasting')}>
          Will it last?
        </button>
      )}
      {notes === 0 ? null : (
        <button type="button" className="footer-notes" onClick={() => actions.setScreen('problems')}>
          {notes === 1 ? '1 note' : `${notes} notes`}
          <span className="visually-hidden"> on the configuration</span>
        </button>
      )}
      <span className="footer-version">Credtray {version}</span>
    </footer>
  )
})

/** Where room is short the folders give way and the name of the file stays. */
function FilePath({ path }: { readonly path: string }) {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return (
    <bdi className="footer-path">
      <span className="footer-folder">{path.slice(0, path.length - name.length)}</span>
      <span>{name}</span>
    </bdi>
  )
}
