import { useFace } from '../services.ts'
import { withTilde } from './tilde.ts'

/** Writes the home folder as `~` in what people see. */
export function useTilde(): (text: string) => string {
  const home = useFace((face) => face.state?.home ?? '')
  return (text) => withTilde(text, home)
}
