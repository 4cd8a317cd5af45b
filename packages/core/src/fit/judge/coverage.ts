import { nullIfRefused } from "../../errors/refused.ts";
import { type DecadesOutside, decadesOutside, type Growth, growth, logLossSd } from "../../loss/interval.ts";
import { ln } from "../../numeric/elementary.ts";
import { normal90 } from "../../numeric/normal.ts";
import { quantile } from "../../numeric/quantile.ts";
import { type FittedForm, placeOfRow } from "../forms/fitted-form.ts";
import { type FormName, type FormOptions, formOf } from "../forms/forms.ts";
import { pick, type RunTable } from "../run-table.ts";
import { bootstrapForm } from "./bootstrap.ts";
import { compareForms } from "./compare.ts";
import { holdOut, type Split } from "./hold-out.ts";
import { rangesOf, residualScale } from "./scatter.ts";

/** A run that a law was not fitted on, and what the law's interval there is made of. */
export interface HeldOutPoint {
  /** Its row in the table. */
  readonly index: number;
  /** Median of the prediction. */
  readonly predicted: number;
  /** log(measured / predicted). */
  readonly logError: number;
  /** Standard deviation of log prediction over the bootstrap's refits. */
  readonly coefficientSd: number;
  readonly outside: DecadesOutside;
}

export interface HeldOutPoints {
  readonly form: FormName;
  readonly fitted: FittedForm;
  readonly residualSd: number;
  readonly points: readonly HeldOutPoint[];
}

/** Which form and which rows `heldOutCoverage` tests. */
export interface CoverageOptions extends FormOptions {
  /** Form whose intervals are tested; the one recommended by the rows that are not held out when absent. */
  readonly form?: FormName;
  /** Rows to fit and to hold out; the dearest fifth is held out when absent. */
  readonly split?: Split;
  /** Refits of the bootstrap, 200 when absent. */
  readonly draws?: number;
  readonly seed?: number;
}

/** How often the intervals of a law hold runs that it has not seen. */
export interface HeldOutCoverage {
  readonly form: FormName;
  /** Rows held out. */
  readonly rows: number;
  /** Rows held out that lie inside their 80 % interval. */
  readonly inside: number;
  /** inside / rows. */
  readonly coverage: number;
  /** Median of half the interval's width, in log loss: 0.01 is ± 1 %. */
  readonly medianHalfWidth: number;
}

/**
 * Fits the rows that are not held out, and says of those that are how far off the law is and how well its coefficients are
 * known there. The form is chosen without the rows held out, as whoever extrapolates must; null when they can support none.
 */
export function heldOutPoints(table: RunTable, options: CoverageOptions): HeldOutPoints | null {
  const split = options.split ?? holdOut(table);
  if (split.fit.length < 3 || split.held.length === 0) return null;
  const seen = pick(table, split.fit);
  const form = formOf(options.form ?? compareForms(seen, options).recommended, options);
  const fitted = seen.length <= form.freedom ? null : nullIfRefused(() => form.fit(seen));
  const residualSd = fitted === null ? null : residualScale(fitted, seen, form.freedom);
  if (fitted === null || residualSd === null) return null;
  const { draws = 200, seed = 1 } = options;
  const { refits } = bootstrapForm(form, seen, { from: fitted, draws, seed });
  const ranges = rangesOf(seen);
  const points = split.held.map((index): HeldOutPoint => {
    const at = placeOfRow(table, index);
    const [n, d] = at;
    const predicted = fitted.predict(...at);
    return {
      index,
      predicted,
      logError: ln(table.loss[index]! / predicted),
      coefficientSd: sdOf(refits.map((refit) => ln(refit.predict(...at)))),
      outside: {
        compute: decadesOutside(6 * n * d, ranges.compute),
        parameters: decadesOutside(n, ranges.parameters),
        tokens: decadesOutside(d, ranges.tokens),
      },
    };
  });
  return { form: form.name, fitted, residualSd, points };
}

/** Half the width of the 80 % interval at each point, log loss. */
export function halfWidths({ points, residualSd }: HeldOutPoints, by: Growth = growth): number[] {
  return points.map(
    ({ coefficientSd, outside }) => normal90 * logLossSd({ coefficientSd, residualSd, outside }, by),
  );
}

/**
 * Share of the rows held out, by default the dearest fifth, whose measured loss lies inside the 80 % interval of a law fitted on
 * the others: an extrapolation, as the use of a law is. Null when the rows that are left support no form.
 * Source: our own protocol; the interval is the bootstrap's (Efron & Tibshirani 1993).
 *
 * @example
 * const published = { E: 1.82, A: 482, B: 2085, alpha: 0.3478, beta: 0.3658 };
 * heldOutCoverage(runs, { published, forms: ["chinchilla"], draws: 8 })?.rows // => 3
 */
export function heldOutCoverage(table: RunTable, options: CoverageOptions): HeldOutCoverage | null {
  const held = heldOutPoints(table, options);
  if (held === null) return null;
  const widths = halfWidths(held);
  const inside = held.points.filter(({ logError }, i) => Math.abs(logError) <= widths[i]!).length;
  const rows = held.points.length;
  return { form: held.form, rows, inside, coverage: inside / rows, medianHalfWidth: quantile(widths, 0.5)! };
}

/** Sample standard deviation; refits that predict no loss there are left out. */
function sdOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  if (finite.length < 2) return 0;
  const middle = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const square = finite.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(square / (finite.length - 1));
}
