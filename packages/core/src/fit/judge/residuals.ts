import { placeOfRow } from "../forms/fitted-form.ts";
import type { FitRuns } from "../read/read-runs.ts";
import type { FormResult } from "./compare.ts";
import { holdOut } from "./hold-out.ts";

/** One run beside what the law says of it. Residuals are predicted / measured - 1. */
export interface ResidualRow {
  /** Number of the row in the caller's file. */
  readonly row: number;
  /** Parameters N, as the fit counts them. */
  readonly params: number;
  readonly tokens: number;
  /** Measured, in the unit of the fit: nats a token unless it said otherwise. */
  readonly loss: number;
  /** By the law, which was fitted to all rows. */
  readonly predicted: number;
  /** Share by which the law is above the measured loss: predicted / measured − 1. */
  readonly residual: number;
  readonly heldOut: boolean;
  /** Of a row held out, by the refit that did not see it; null for the others. */
  readonly heldOutPredicted: number | null;
}

/** Every run with its prediction, in the order of the table. */
export function residualRows({ table, rowNumbers }: FitRuns, { fitted, unseen }: FormResult): ResidualRow[] {
  const held = new Set(holdOut(table).held);
  return Array.from(table.loss, (measured, i) => {
    const at = placeOfRow(table, i);
    const [n, d] = at;
    const predicted = fitted.predict(...at);
    const heldOut = held.has(i);
    return {
      row: rowNumbers[i]!,
      params: n,
      tokens: d,
      loss: measured,
      predicted,
      residual: predicted / measured - 1,
      heldOut,
      heldOutPredicted: heldOut && unseen !== null ? unseen.predict(...at) : null,
    };
  });
}
