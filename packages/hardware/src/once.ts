/**
 * A value that is made when it is first asked for, and kept. Schemas are made so: building them all takes longer than most programs
 * that load them do with them, and what nobody asks for can be left out of a bundle.
 *
 * @example
 * const list = once(() => [1, 2]);
 * list() === list() // => true
 */
/* @__NO_SIDE_EFFECTS__ */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
