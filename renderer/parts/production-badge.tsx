/** A flag and a word: what this is about is production. */
export function ProductionBadge() {
  return (
    <span className="production" title="Production: activating it asks first">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d="M2.5 11.5v-10" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        <path d="M2.5 1.5h8L8.4 4.25l2.1 2.75h-8z" fill="currentColor" />
      </svg>
      PROD
    </span>
  )
}
