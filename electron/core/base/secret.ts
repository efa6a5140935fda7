/**
 * Text that cannot be printed, serialised or cloned by accident.
 * Only the files listed in tests/house/secrets.test.ts may call `reveal`.
 */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }
}
