import type { RunTable } from "../run-table.ts";

/** Rows to fit and rows to test, by index. */
export interface Split {
  readonly fit: readonly number[];
  readonly held: readonly number[];
}

/**
 * Holds out max(2, round(rows / 5)) rows of largest N × D, later rows first on ties (M37).
 *
 * @example
 * holdOut(table).held // the indices of the most expensive fifth, dearest first
 */
export function holdOut(table: RunTable): Split {
  const compute = table.params.map((n, i) => n * table.tokens[i]!);
  const order = Array.from(compute.keys()).sort((i, j) => compute[j]! - compute[i]! || j - i);
  const count = Math.min(table.length, Math.max(2, Math.round(table.length / 5)));
  const held = order.slice(0, count);
  const out = new Set(held);
  return { fit: Array.from(compute.keys()).filter((i) => !out.has(i)), held };
}
