import type { DoctorFacts } from './facts.ts'
import { modeFindings, readingFindings } from './file-findings.ts'
import type { Examination } from './finding.ts'
import { sectionFindings } from './sections.ts'
import { clockFindings, environmentFindings, trayFindings } from './surroundings.ts'

/** Everything that is worth a line, the worst first: what keeps tools from reading the files at all. */
export function examine(facts: DoctorFacts): Examination {
  const credentials = facts.files.find(({ kind }) => kind === 'credentials')
  const config = facts.files.find(({ kind }) => kind === 'config')
  return {
    findings: [
      ...facts.files.flatMap(readingFindings),
      ...(credentials === undefined || config === undefined ? [] : sectionFindings(credentials, config)),
      ...modeFindings(facts),
      ...environmentFindings(facts),
      ...trayFindings(facts),
      ...clockFindings(facts),
    ],
    unchecked: [
      ...(facts.clock.kind === 'unknown' ? [`The clock could not be compared with AWS: ${facts.clock.because}.`] : []),
      ...(facts.trayHost === 'unknown' ? ['Whether the desktop shows tray icons could not be found out.'] : []),
    ],
  }
}

/** For people: a line each. */
export const examinationText = ({ findings }: Examination): string =>
  findings.map(({ message }) => `${message}\n`).join('')
