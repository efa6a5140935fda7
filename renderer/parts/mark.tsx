/** Our mark: a keyhole inside the time that is left. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="9.5" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
      <path d="M12 2.5a9.5 9.5 0 1 1-8.2 4.7" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M12 7.6a2.5 2.5 0 0 0-1.3 4.6l-.7 3.6a.6.6 0 0 0 .6.7h2.8a.6.6 0 0 0 .6-.7l-.7-3.6A2.5 2.5 0 0 0 12 7.6z"
        fill="currentColor"
      />
    </svg>
  )
}
