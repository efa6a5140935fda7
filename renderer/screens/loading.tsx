import { Mark } from '../parts/mark.tsx'
import { RefusalCard } from '../problems/refusal-card.tsx'

/** Until main has answered: usually less than the time it takes to read this. */
export function Loading() {
  return (
    <main className="loading">
      <RefusalCard />
      <h1 className="visually-hidden">Credtray</h1>
      <Mark size={40} />
      <p role="status">Looking at your identities…</p>
    </main>
  )
}
