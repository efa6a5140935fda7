/** Where helpers are looked for, first to last. */
export function PathList({ path }: { readonly path: readonly string[] }) {
  return (
    <details className="path-list">
      <summary>{path.length === 1 ? '1 folder' : `${path.length} folders`}</summary>
      <ol>
        {path.map((folder, at) => (
          // A folder may stand there twice.
          <li key={`${at} ${folder}`}>
            <code>{folder}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}
