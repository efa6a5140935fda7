/** What a text says as JSON. `null`: it is none, such as half a line after a crash. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
