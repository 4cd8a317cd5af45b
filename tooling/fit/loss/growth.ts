import {
  type FormOptions,
  type HeldOutPoints,
  halfWidths,
  heldOutPoints,
  type RunTable,
  type Split,
} from "../../../packages/core/src/fit/index.ts";
import type { Growth } from "../../../packages/core/src/loss/interval.ts";
import { quantile } from "../../../packages/core/src/numeric/quantile.ts";
import type { NamedTable } from "./read-tables.ts";

/** Ways to hold rows out: a share of the rows that come last in an order. */
export const cuts = [
  { name: "dearest 20 %", by: "compute", share: 0.2 },
  { name: "dearest 40 %", by: "compute", share: 0.4 },
  { name: "dearest 60 %", by: "compute", share: 0.6 },
  { name: "most tokens 20 %", by: "tokens", share: 0.2 },
  { name: "most tokens 40 %", by: "tokens", share: 0.4 },
  { name: "largest 20 %", by: "params", share: 0.2 },
  { name: "largest 40 %", by: "params", share: 0.4 },
] as const;

export type Cut = (typeof cuts)[number];

/** A table with rows held out in one of the ways, fitted without them. */
export interface Trial {
  readonly source: string;
  readonly name: string;
  readonly rows: number;
  readonly cut: Cut;
  readonly held: HeldOutPoints;
}

/** Fewest rows that are fitted, and the largest share that is held out: sizes are tied, and go together. */
const limits = { fewest: 10, most: 0.65 };

/** Rows of the largest values of a column; all rows of the value at the edge, save for compute, whose ties go by row. */
function splitBy({ by, share }: Cut, table: RunTable): Split {
  const key = by === "compute" ? table.params.map((n, i) => n * table.tokens[i]!) : table[by];
  const order = Array.from(key.keys()).sort((i, j) => key[j]! - key[i]! || j - i);
  const count = Math.min(table.length, Math.max(2, Math.round(share * table.length)));
  const edge = key[order[count - 1]!]! * (1 - 1e-9);
  const held = by === "compute" ? order.slice(0, count) : order.filter((i) => key[i]! >= edge);
  const out = new Set(held);
  return { fit: Array.from(key.keys()).filter((i) => !out.has(i)), held };
}

/** Every way to hold rows of a table out that leaves enough to fit. */
export function trialsOf({ name, source, table }: NamedTable, options: FormOptions): Trial[] {
  return cuts.flatMap((cut) => {
    const split = splitBy(cut, table);
    if (split.fit.length < limits.fewest || split.held.length > limits.most * table.length) return [];
    const held = heldOutPoints(table, { ...options, split });
    return held === null ? [] : [{ source, name, rows: table.length, cut, held }];
  });
}

/** How often intervals hold, and how wide they are. */
export interface Score {
  readonly points: number;
  readonly inside: number;
  readonly medianHalfWidth: number;
}

/** Over all points of the trials. */
export function scoreOf(trials: readonly Trial[], growthOf: (trial: Trial) => Growth): Score {
  const widths = trials.map((trial) => halfWidths(trial.held, growthOf(trial)));
  const inside = trials.flatMap(({ held }, k) =>
    held.points.filter(({ logError }, i) => Math.abs(logError) <= widths[k]![i]!),
  );
  const all = widths.flat();
  return { points: all.length, inside: inside.length, medianHalfWidth: quantile(all, 0.5) ?? Number.NaN };
}

const target = 0.8;
const mostGrowth = 50;

/** The least growth at which the trials' intervals hold four fifths of their points, pooled. */
function leastGrowth(trials: readonly Trial[], growthAt: (value: number) => Growth): number {
  let [low, high] = [0, mostGrowth];
  for (let k = 0; k < 40; k += 1) {
    const middle = (low + high) / 2;
    const { inside, points } = scoreOf(trials, () => growthAt(middle));
    if (inside < target * points) low = middle;
    else high = middle;
  }
  return high;
}

/** Both constants: that of compute and tokens from the dearest rows, then that of parameters from the largest models. */
export function fitGrowth(trials: readonly Trial[]): Growth {
  const where = (by: Cut["by"]) => trials.filter(({ cut }) => cut.by === by);
  const start = 3;
  const perDecade = leastGrowth(where("compute"), (value) => ({
    perDecade: value,
    perDecadeOfParameters: start,
  }));
  const perDecadeOfParameters = leastGrowth(where("params"), (value) => ({
    perDecade,
    perDecadeOfParameters: value,
  }));
  return { perDecade, perDecadeOfParameters };
}
