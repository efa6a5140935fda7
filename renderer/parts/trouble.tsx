import { Glyph } from './glyph.tsx'

/** What is wrong with what was typed, said at once. It stays in the page while there is nothing to say. */
export function Trouble({ id, words }: { readonly id: string; readonly words: string | null }) {
  return (
    <p className="trouble" id={id} role="alert">
      {words === null ? null : (
        <>
          <Glyph name="alert" /> {words}
        </>
      )}
    </p>
  )
}
