import { type GrowingFront, growingFront } from "../front/growing-front.ts";
import type { Space } from "../space/space.ts";
import { exchangeOf } from "./collect.ts";
import { contenders } from "./contenders.ts";
import { type Least, lesser, type PlanState } from "./state.ts";

/**
 * What the parts of a search have seen together. They are taken one after the other, so that all of them need not be in
 * memory at once; their order does not matter.
 */
export function joinStates(space: Space, states: Iterable<PlanState>): PlanState {
  const best = contenders(space.request.top ?? 10);
  let joined: PlanState | null = null;
  let front: GrowingFront | null = null;
  for (const state of states) {
    for (const one of state.contenders) best.add(one);
    if (joined === null) {
      joined = state;
      continue;
    }
    if (front === null) {
      front = growingFront(exchangeOf(space));
      front.add(joined.front);
    }
    front.add(state.front);
    joined = sumOf(joined, state);
  }
  if (joined === null) throw new RangeError("no states to join");
  return {
    ...joined,
    rejected: inOrder(joined.rejected),
    contenders: best.all(),
    front: front?.all() ?? joined.front,
  };
}

/** Two states as one, but for their contenders and fronts, which are those of the first. */
function sumOf(a: PlanState, b: PlanState): PlanState {
  const least = (pick: (state: PlanState) => readonly Least[]): Least[] => {
    const others = pick(b);
    return pick(a).map((one, i) => lesser(one, others[i]!));
  };
  return {
    ...a,
    visited: a.visited + b.visited,
    rejected: sumCounts(a.rejected, b.rejected),
    pairs: least(({ pairs }) => pairs),
    batches: least(({ batches }) => batches),
    sites: least(({ sites }) => sites),
    nearest: {
      bytes: lesser(a.nearest.bytes, b.nearest.bytes),
      stepSeconds: lesser(a.nearest.stepSeconds, b.nearest.stepSeconds),
      overBudget: lesser(a.nearest.overBudget, b.nearest.overBudget),
      floor: lesser(a.nearest.floor, b.nearest.floor),
    },
  };
}

type Counts = Readonly<Record<string, number>>;

/** Sums by name. */
function sumCounts(a: Counts, b: Counts): Counts {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** The two names of every reply first. */
function inOrder(counts: Counts): Counts {
  const { indivisible = 0, "does-not-fit": large = 0, ...others } = counts;
  const rest = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  return { indivisible, "does-not-fit": large, ...Object.fromEntries(rest) };
}
