import { append } from "./local-front.ts";
import { type Columns, emptyColumns, type exchange, undominated } from "./pareto.ts";

/** Points waiting to be compared with the frontier. */
const fullBuffer = 1 << 18;

/** A frontier that points are added to, in batches. */
export interface GrowingFront {
  readonly add: (points: Columns) => void;
  /** The points that no other dominates, always in the same order. */
  readonly all: () => Columns;
}

/**
 * An empty frontier; points are compared when enough of them wait.
 *
 * @param factors what a second of one machine is worth on another
 */
export function growingFront(factors: ReturnType<typeof exchange>): GrowingFront {
  let waiting = emptyColumns();
  let settled = emptyColumns();
  const settle = (): void => {
    append(settled, waiting);
    settled = undominated(waiting, factors);
    waiting = emptyColumns();
  };
  return {
    add: (points) => {
      append(points, waiting);
      if (waiting.index.length >= Math.max(fullBuffer, settled.index.length)) settle();
    },
    all: () => {
      settle();
      return settled;
    },
  };
}
