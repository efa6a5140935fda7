/** A primitive that carries its meaning in its type, so that two of them cannot be swapped by accident. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name }
