import type { Snapshot } from '#core/snapshot/snapshot'
import { IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ChangesSection } from './changes-section.tsx'
import { CheckupSection } from './checkup-section.tsx'
import { RemoveAllSection } from './remove-all-section.tsx'

interface FilesScreenProps {
  readonly snapshot: Snapshot
  readonly onBack: () => void
}

/** The person's AWS files: what could be wrong with them, what Credtray did to them, and the way back. */
export function FilesScreen({ snapshot, onBack }: FilesScreenProps) {
  const tilde = useTilde()
  return (
    <section className="page files" aria-labelledby="files-title">
      <div className="page-head">
        <IconButton glyph="back" label="Back to the list" onPress={onBack} />
        <PageTitle id="files-title">Your AWS files</PageTitle>
      </div>
      <code className="page-file">{tilde(snapshot.credentialsFile)}</code>
      <CheckupSection />
      <ChangesSection change={snapshot.fileChange ?? null} />
      <RemoveAllSection snapshot={snapshot} />
    </section>
  )
}
