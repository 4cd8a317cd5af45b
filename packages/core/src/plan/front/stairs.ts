/**
 * How much smaller a figure must be to count as smaller, relative: figures of the search and those of `estimate` differ by
 * less (1e-12). Equal figures come from the same arithmetic and count as equal.
 */
const sure = 1e-11;

/** Whether a is at most b, beyond doubt. */
export function atMost(a: number, b: number): boolean {
  return a === b || a < b - b * sure;
}

/** A set of points in seconds and bytes, of which only the lower left edge is kept. */
export interface Stairs {
  readonly add: (seconds: number, bytes: number) => void;
  /** Whether one of the points has at most those seconds and at most those bytes, beyond doubt. */
  readonly covers: (seconds: number, bytes: number) => boolean;
}

/** Empty stairs: seconds rise, bytes fall. */
export function stairs(): Stairs {
  const xs: number[] = [];
  const ys: number[] = [];
  /** How many of xs are at most x. */
  const upTo = (x: number): number => {
    let [low, high] = [0, xs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (xs[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add: (x, y) => {
      const at = upTo(x);
      if (at > 0 && ys[at - 1]! <= y) return;
      const from = at > 0 && xs[at - 1] === x ? at - 1 : at;
      let to = from;
      while (to < ys.length && ys[to]! >= y) to += 1;
      xs.splice(from, to - from, x);
      ys.splice(from, to - from, y);
    },
    covers: (x, y) => {
      for (let at = upTo(x) - 1; at >= 0 && ys[at]! <= y; at -= 1) {
        if (atMost(xs[at]!, x) && atMost(ys[at]!, y)) return true;
      }
      return false;
    },
  };
}
