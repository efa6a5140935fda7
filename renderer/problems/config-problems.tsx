import type { Problem } from '#core/base/problem'
import type { Snapshot } from '#core/snapshot/snapshot'
import { Button, IconButton } from '../parts/buttons.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { useActions } from '../services.ts'
import { Excerpt } from './excerpt.tsx'
import { ProblemCard } from './problem-card.tsx'

interface ConfigProblemsProps {
  readonly snapshot: Snapshot
  /** Null: there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

/** What is wrong with the configuration, in the order of the file. */
export function ConfigProblems({ snapshot, onBack }: ConfigProblemsProps) {
  const actions = useActions()
  const tilde = useTilde()
  const { config, configProblems, configNotes } = snapshot
  return (
    <section className="page" aria-labelledby="problems-title">
      <div className="page-head">
        {onBack === null ? null : <IconButton glyph="back" label="Back to the list" onPress={onBack} />}
        <PageTitle id="problems-title">{titleFor(snapshot)}</PageTitle>
        {config.file === null ? null : (
          <Button glyph="file" look="primary" onPress={() => void actions.openConfig()}>
            Open file
          </Button>
        )}
      </div>
      {config.file === null ? null : <code className="page-file">{tilde(config.file)}</code>}
      <p className="page-text">{explanationFor(snapshot)}</p>
      <ProblemList problems={configProblems} />
      {configNotes.length === 0 ? null : (
        <>
          <h3 className="page-heading">Good to know</h3>
          <ProblemList problems={configNotes} calm />
        </>
      )}
    </section>
  )
}

function ProblemList({ problems, calm = false }: { readonly problems: readonly Problem[]; readonly calm?: boolean }) {
  return (
    <ul className="problem-list">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.where?.line} ${problem.where?.column} ${problem.message}`}>
          <ProblemCard problem={problem} calm={calm}>
            {problem.where === undefined ? null : <Excerpt where={problem.where} stamp={problems} />}
          </ProblemCard>
        </li>
      ))}
    </ul>
  )
}

function titleFor({ configProblems }: Snapshot): string {
  if (configProblems.length === 0) return 'Notes on the configuration'
  return configProblems.length === 1
    ? 'One problem in the configuration'
    : `${configProblems.length} problems in the configuration`
}

function explanationFor({ config, configProblems, identities }: Snapshot): string {
  if (config.stale)
    return 'The file cannot be read as it is now. What runs is its last good content. Save it again and this goes away.'
  if (identities.length === 0 && configProblems.length > 0)
    return 'Nothing can run until this is mended. Save the file and Credtray reads it again within a second.'
  return 'Everything else in the file works. Save the file and Credtray reads it again within a second.'
}
