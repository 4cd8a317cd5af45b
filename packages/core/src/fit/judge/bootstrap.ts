import { ln } from "../../numeric/elementary.ts";
import { quantile } from "../../numeric/quantile.ts";
import { uniform } from "../../numeric/random.ts";
import { type FittedForm, hasFiniteCoefficients } from "../forms/fitted-form.ts";
import type { Form } from "../forms/forms.ts";
import type { RunTable } from "../run-table.ts";

/** Spread of one coefficient over the refits. */
export interface Spread {
  readonly standardError: number;
  readonly p2_5: number;
  readonly p97_5: number;
}

/** What refits of resampled rows say of a form's coefficients. */
export interface Bootstrap {
  /** Refits that succeeded. */
  readonly draws: number;
  /** Of each coefficient, and of the logarithm of its factors (`log E`, `log A`, `log B`, `log tokens`, `log parameters`): B itself is heavy-tailed. */
  readonly coefficients: Readonly<Record<string, Spread>>;
  /** Names of the covariance's rows: `log E`, `log A`, `log B`, `alpha`, `beta` for a surface, as a law file holds it. */
  readonly names: readonly string[];
  /** Over the refits, of the logarithms of the factors and the other coefficients themselves; rows as `names`. */
  readonly covariance: readonly (readonly number[])[];
  /** Every refit: their predictions at one N and D are the interval of the law there, noise of a run apart. */
  readonly refits: readonly FittedForm[];
}

export interface BootstrapOptions {
  /** The fit of all rows: every refit starts from it. */
  readonly from: FittedForm;
  readonly draws: number;
  readonly seed: number;
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Standard errors, 95 % intervals and covariance of a form's coefficients: refits of rows drawn with replacement, whole
 * trunks at a time. The same seed gives the same numbers.
 *
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13; percentile intervals.
 *
 * @example
 * const options = { published: { E: 1.82, A: 482, B: 2085, alpha: 0.3478, beta: 0.3658 } };
 * const form = formOf("chinchilla", options);
 * bootstrapForm(form, runs, { from: form.fit(runs), draws: 8, seed: 1 }).draws // => 8
 */
export function bootstrapForm(
  form: Pick<Form, "refit">,
  table: RunTable,
  { from, draws, seed, progress }: BootstrapOptions,
): Bootstrap {
  const random = uniform(seed);
  const refits: FittedForm[] = [];
  for (let k = 0; k < draws; k += 1) {
    const weight = resampled(table, random);
    const refit = form.refit({ ...table, weight }, from);
    if (refit !== null && hasFiniteCoefficients(refit)) refits.push(refit);
    progress?.(k + 1, draws);
  }
  const names = Object.keys(from.coefficients);
  const isLog = (name: string): boolean => isScale(name) && from.coefficients[name]! > 0;
  const logNames = names.map((name) => (isLog(name) ? `log ${name}` : name));
  const columns = coefficientColumns(
    names,
    from.coefficients,
    refits.map((refit) => refit.coefficients),
  );
  const spreads: Record<string, Spread> = {};
  for (const name of names) spreads[name] = spreadOf(refits.map((refit) => refit.coefficients[name]!));
  for (const [j, name] of logNames.entries()) spreads[name] ??= spreadOf(columns[j]!);
  const covariance = covarianceOf(refits.map((_, k) => columns.map((column) => column[k]!)));
  return { draws: refits.length, coefficients: spreads, names: logNames, covariance, refits };
}

/** Whether a coefficient is a factor, whose spread is that of its logarithm. */
const isScale = (name: string): boolean => ["E", "A", "B", "tokens", "parameters", "aspect"].includes(name);

/**
 * Each coefficient over the refits: logarithms of the factors E, A, B, R_D*, R_N* and the aspect, the values themselves of the others.
 * Where a refit has a factor of 0, or the fit one below 0, shares of the fitted value: the same to first order. 0 for a
 * factor that the fit has at 0.
 */
function coefficientColumns(
  names: readonly string[],
  from: Readonly<Record<string, number>>,
  refits: readonly Readonly<Record<string, number>>[],
): number[][] {
  return names.map((name) => {
    const values = refits.map((refit) => refit[name]!);
    const fitted = from[name]!;
    if (!isScale(name)) return values;
    if (fitted === 0) return values.map(() => 0);
    return fitted > 0 && values.every((value) => value > 0)
      ? values.map(ln)
      : values.map((value) => value / fitted);
  });
}

/** Weights of the rows after clusters are drawn with replacement, as many as there are. */
function resampled(table: RunTable, random: () => number): Float64Array {
  const counts = new Float64Array(table.clusters);
  const present = [...new Set(table.cluster)];
  for (let i = 0; i < present.length; i += 1) counts[present[Math.floor(random() * present.length)]!]! += 1;
  return table.weight.map((weight, i) => weight * counts[table.cluster[i]!]!);
}

/** Standard error and 95 % interval of one number over the refits. */
export function spreadOf(values: readonly number[]): Spread {
  const middle = steadyMean(values);
  const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return {
    standardError: Math.sqrt(square / Math.max(1, values.length - 1)),
    p2_5: quantile(values, 0.025) ?? Number.NaN,
    p97_5: quantile(values, 0.975) ?? Number.NaN,
  };
}

/** The mean, exact where all values are the same. */
function steadyMean(values: readonly number[]): number {
  const first = values[0] ?? 0;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

/** Sample covariance of the columns. */
export function covarianceOf(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, j) => rows.map((row) => row[j]!));
  const means = columns.map(steadyMean);
  const of = (i: number, j: number): number =>
    rows.reduce((sum, row) => sum + (row[i]! - means[i]!) * (row[j]! - means[j]!), 0) /
    Math.max(1, rows.length - 1);
  return columns.map((_, i) => columns.map((_column, j) => of(i, j)));
}
