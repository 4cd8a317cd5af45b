/**
 * A seeded generator of uniform numbers on [0, 1): the same seed gives the same numbers on every machine.
 *
 * Source: mulberry32 by T. Ettinger, public domain: a 32-bit counter through a mixing function.
 *
 * @example
 * const random = uniform(1); random() === uniform(1)() // => true
 */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
