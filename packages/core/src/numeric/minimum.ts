/** Positive ends of a search, min < max. */
export interface SearchRange {
  readonly min: number;
  readonly max: number;
}

export interface Minimum {
  readonly x: number;
  readonly y: number;
  /** The best point is an end of the range. */
  readonly atEdge: boolean;
}

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The least value of `f` over a positive range: a grid evenly spaced in log x, then golden section between the neighbours of
 * its best point (Kiefer 1953). f may have several minima, steps and infinite values; the answer is never worse than the
 * best grid point.
 *
 * @param grid - points of the grid, at least 3
 */
export function leastOnLog(f: (x: number) => number, range: SearchRange, grid = 97): Minimum {
  const step = Math.log(range.max / range.min) / (grid - 1);
  const at = (i: number): number =>
    i <= 0 ? range.min : i >= grid - 1 ? range.max : range.min * Math.exp(i * step);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < grid; i += 1) {
    const y = f(at(i));
    if (y < least) [best, least] = [i, y];
  }
  const inner = section(f, Math.log(at(best - 1)), Math.log(at(best + 1)));
  const onGrid = { x: at(best), y: least, atEdge: best === 0 || best === grid - 1 };
  return inner.y < least ? { ...inner, atEdge: false } : onGrid;
}

/** Golden section on log x, 60 halvings by 0.618: to within 1e-12 of the bracket. */
function section(f: (x: number) => number, from: number, to: number): { x: number; y: number } {
  let [low, high] = [from, to];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [fa, fb] = [f(Math.exp(a)), f(Math.exp(b))];
  for (let k = 0; k < 60; k += 1) {
    if (fa <= fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = f(Math.exp(a));
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = f(Math.exp(b));
    }
  }
  return fa <= fb ? { x: Math.exp(a), y: fa } : { x: Math.exp(b), y: fb };
}
