import { mean } from "../../numeric/quantile.ts";
import type { RunTable } from "../run-table.ts";

/**
 * A law's loss at N parameters, D tokens, as many distinct ones as given (all of D when left out) and width / layers (the
 * law's reference when left out).
 */
export type Predict = (
  params: number,
  tokens: number,
  uniqueTokens?: number | undefined,
  aspect?: number | undefined,
) => number;

/** A form fitted to some rows. */
export interface FittedForm {
  readonly coefficients: Readonly<Record<string, number>>;
  readonly predict: Predict;
  /** Coefficients that ended on a bound. */
  readonly atBound: readonly string[];
}

/** Whether every coefficient is a number: sizes beyond what a double can raise to a power leave none. */
export function hasFiniteCoefficients({ coefficients }: FittedForm): boolean {
  return Object.values(coefficients).every(Number.isFinite);
}

/** What a form's prediction takes of a row. */
export function placeOfRow(table: RunTable, row: number): Parameters<Predict> {
  const { params, tokens, uniqueTokens, aspect } = table;
  return [params[row]!, tokens[row]!, uniqueTokens?.[row], aspect?.[row]];
}

/** Absolute errors of a fitted form at every row, as shares of the measured loss. */
export function errorsOf({ predict }: FittedForm, table: RunTable): number[] {
  return Array.from(table.loss, (measured, row) =>
    Math.abs(predict(...placeOfRow(table, row)) / measured - 1),
  );
}

/** Mean absolute error as a share of the measured loss; null without rows. */
export function mapeOf(form: FittedForm, table: RunTable): number | null {
  return mean(errorsOf(form, table));
}

/**
 * The median of values that count with weights: the least value that half the weight does not exceed, halfway to the next
 * one when the half falls between two; null when there are none.
 *
 * @example
 * weightedMedian([1, 2, 9], [1, 1, 2]) // => 5.5
 */
export function weightedMedian(values: ArrayLike<number>, weight: ArrayLike<number>): number | null {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => weight[i]! > 0)
    .sort((i, j) => values[i]! - values[j]!);
  const half = order.reduce((sum, i) => sum + weight[i]!, 0) / 2;
  let sum = 0;
  for (const [place, i] of order.entries()) {
    sum += weight[i]!;
    if (sum > half) return values[i]!;
    if (sum === half) return (values[i]! + values[order[place + 1] ?? i]!) / 2;
  }
  return null;
}
