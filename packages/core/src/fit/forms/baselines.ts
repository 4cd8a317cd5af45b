import { leastLoss } from "../../loss/forms/common.ts";
import { logCompute } from "../../loss/forms/log-linear.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import type { RunTable } from "../run-table.ts";
import { type FittedForm, type Predict, weightedMedian } from "./fitted-form.ts";
import { type SurfaceCoefficients, surfaceLoss } from "./objective.ts";

/**
 * A published law's shape and one offset: L = law(N, D) + c, c the median of what is left.
 *
 * @example
 * fitOffset(table, hoffmann).coefficients.offset // => 0.31
 */
export function fitOffset(table: RunTable, published: SurfaceCoefficients): FittedForm {
  const left = Array.from(
    table.loss,
    (loss, i) => loss - surfaceLoss(published, table.params[i]!, table.tokens[i]!),
  );
  const offset = weightedMedian(left, table.weight) ?? 0;
  const predict: Predict = (n, d) => Math.max(leastLoss, surfaceLoss(published, n, d) + offset);
  return { coefficients: { ...published, offset }, predict, atBound: [] };
}

/** The median of the losses, whatever N and D. */
export function fitMedian(table: RunTable): FittedForm {
  const median = weightedMedian(table.loss, table.weight) ?? 0;
  return { coefficients: { median }, predict: () => median, atBound: [] };
}

/** log L = intercept + slope log(6 N D), by weighted least squares; null when all rows have the same compute. */
export function fitLogLinear(table: RunTable): FittedForm | null {
  const x = Array.from(table.params, (n, i) => logCompute(n, table.tokens[i]!));
  let [total, sx, sy] = [0, 0, 0];
  for (const [i, w] of table.weight.entries()) {
    total += w;
    sx += w * x[i]!;
    sy += w * ln(table.loss[i]!);
  }
  const [mx, my] = [sx / total, sy / total];
  let [xx, xy] = [0, 0];
  for (const [i, w] of table.weight.entries()) {
    xx += w * (x[i]! - mx) ** 2;
    xy += w * (x[i]! - mx) * (ln(table.loss[i]!) - my);
  }
  if (!(xx > 1e-12 * total)) return null;
  const slope = xy / xx;
  const intercept = my - slope * mx;
  const predict: Predict = (n, d) => exp(intercept + slope * logCompute(n, d));
  return { coefficients: { intercept, slope }, predict, atBound: [] };
}
