import { commandPieces } from './command-pieces.ts'

/** A command as it would be run, nothing left out and nothing hidden. */
export function CommandText({ text, shell }: { readonly text: string; readonly shell: boolean }) {
  return (
    <pre className="command">
      {commandPieces(text, shell).map((piece, index) => (
        // The pieces of one text never move.
        <span key={index} data-piece={piece.text.trim() === '' ? 'blank' : piece.kind}>
          {piece.text}
        </span>
      ))}
    </pre>
  )
}
