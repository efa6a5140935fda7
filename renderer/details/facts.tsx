import type { ReactNode } from 'react'

/** A titled list of "what: value" lines. A value of null leaves its line out. */
export function Facts({
  title,
  facts,
}: {
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
}) {
  const told = facts.filter(([, value]) => value !== null)
  return told.length === 0 ? null : (
    <section className="facts">
      <h3>{title}</h3>
      <dl>
        {told.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
