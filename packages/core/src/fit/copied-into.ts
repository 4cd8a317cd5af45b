/** A typed array at the start of a longer one: how a column grows. */
export function copiedInto<T extends Float64Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
