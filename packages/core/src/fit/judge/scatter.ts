import { ln } from "../../numeric/elementary.ts";
import { normal90 } from "../../numeric/normal.ts";
import { quantile } from "../../numeric/quantile.ts";
import { type FittedForm, placeOfRow } from "../forms/fitted-form.ts";
import type { RunTable } from "../run-table.ts";

/**
 * Scale of the residuals of a fitted form, log loss: four fifths of the rows lie within 1.2816 of it, with
 * sqrt(rows / (rows - coefficients)) for the coefficients that the rows have paid for. Of normal residuals this is the standard
 * deviation; of others it gives intervals that hold 80 %, where the root mean square follows the few that are far off.
 *
 * Null without a row to spare, or where the form gives a loss that is none.
 *
 * @param freedom - coefficients that the form takes from the rows
 * @example
 * residualScale(fitMedian(table), table, 1)
 */
export function residualScale(fitted: FittedForm, table: RunTable, freedom: number): number | null {
  if (table.length <= freedom) return null;
  const residuals = Array.from(table.loss, (measured, row) =>
    Math.abs(ln(measured / fitted.predict(...placeOfRow(table, row)))),
  );
  const paid = Math.sqrt(table.length / (table.length - freedom));
  const scale = ((quantile(residuals, 0.8) ?? Number.NaN) / normal90) * paid;
  return Number.isFinite(scale) ? scale : null;
}

/** What rows span, as a law file says it: parameters, tokens, compute 6 N D in FLOP and, where it is asked for, width / layers. */
export function rangesOf(
  { params, tokens, aspect }: Pick<RunTable, "params" | "tokens"> & Partial<Pick<RunTable, "aspect">>,
  { shape = false } = {},
) {
  return {
    ...(shape && aspect ? { aspect: rangeOf(aspect) } : {}),
    parameters: rangeOf(params),
    tokens: rangeOf(tokens),
    compute: rangeOf(params.map((n, i) => 6 * n * tokens[i]!)),
  };
}

function rangeOf(column: Float64Array): { min: number; max: number } {
  let [min, max] = [Number.POSITIVE_INFINITY, 0];
  for (const value of column) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min, max };
}
