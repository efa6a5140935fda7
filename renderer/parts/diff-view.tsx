import type { DiffLine } from '#core/profile-file/diff'

/** What goes and what comes in a file, with signs and words: nobody has to tell colours apart. Secrets are masked. */
export function DiffView({ file, lines }: { readonly file: string; readonly lines: readonly DiffLine[] }) {
  return (
    <figure className="diff">
      <figcaption>
        <code>{file}</code>
      </figcaption>
      <ol aria-label={`What changes in ${file}`}>
        {lines.map(({ sign, text }, index) => (
          // The lines of one difference never move, and may be alike.
          <li key={index} data-sign={sign}>
            <span className="visually-hidden">{sign === '+' ? 'added: ' : 'removed: '}</span>
            <code>
              <span aria-hidden="true">{sign === '+' ? '+ ' : '− '}</span>
              {text}
            </code>
          </li>
        ))}
      </ol>
    </figure>
  )
}
