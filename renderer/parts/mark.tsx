/** Our mark, the key in the tray: the drawing of assets/icons/app.svg. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className="mark" viewBox="24 24 464 464" width={size} height={size} aria-hidden="true" focusable="false">
      <rect x="24" y="24" width="464" height="464" rx="104" fill="#1f7275" />
      <path
        d="M280 244V356h-48V244a84 84 0 1 1 48 0zM256 124a38 38 0 1 0 0 76 38 38 0 0 0 0-76z"
        fill="#ffd27a"
        fillRule="evenodd"
      />
      <path d="M272 276h56v44h-56z" fill="#ffd27a" />
      <path
        d="M96 300a24 24 0 0 1 48 0v62a18 18 0 0 0 18 18h188a18 18 0 0 0 18-18v-62a24 24 0 0 1 48 0v74a54 54 0 0 1-54 54H150a54 54 0 0 1-54-54z"
        fill="#fff"
      />
    </svg>
  )
}
