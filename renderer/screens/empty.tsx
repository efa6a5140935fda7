import { EXAMPLE, OWN_FILE } from '#core/config/example'
import type { Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { Mark } from '../parts/mark.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions } from '../services.ts'

/** There is a configuration without identities, or none at all: what to write, and where. */
export function Empty({ config }: { readonly config: Snapshot['config'] }) {
  const actions = useActions()
  return (
    <section className="page empty">
      <Mark size={48} />
      <h2>{config.file === null ? 'Let’s keep your AWS profiles fresh' : 'No identities yet'}</h2>
      {config.file === null ? <NoFile /> : <NoIdentities file={config.file} />}
      <pre className="example" tabIndex={0} role="region" aria-label="Example configuration">
        {EXAMPLE}
      </pre>
      <p className="page-text">
        <code>credential_process</code> is the command that prints credentials: the one that stands in your{' '}
        <code>~/.aws/config</code> now. Credtray runs it ahead of time and keeps the profile <code>staging</code> fresh,
        so that <code>AWS_PROFILE=staging</code> works in every tool.
      </p>
      {config.file === null ? null : (
        <Button look="primary" glyph="file" onPress={() => void actions.openConfig()}>
          Open file
        </Button>
      )}
    </section>
  )
}

function NoFile() {
  return (
    <p className="page-text">
      Credtray found no configuration. It reads the <code>auth:</code> section of an Atmos project, or a file of your
      own. Write this to <code>{OWN_FILE}</code>:
    </p>
  )
}

function NoIdentities({ file }: { readonly file: string }) {
  const tilde = useTilde()
  return (
    <p className="page-text">
      <code>{tilde(file)}</code> was read, and holds nothing under <code>auth.identities</code>. Add something like
      this; it shows up here as soon as the file is saved:
    </p>
  )
}
