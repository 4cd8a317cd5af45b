import { fail, type Note } from "../errors/issue.ts";
import { type LeastSquares, leastSquares } from "../numeric/least-squares.ts";
import { quantile } from "../numeric/quantile.ts";
import type { Calibration, CalibrationForm } from "./calibration.ts";
import { type LineTerm, lineRow } from "./counts.ts";
import type { Fit } from "./full.ts";
import { mapeOf, r2Of } from "./goodness.ts";
import type { Observation, Observations } from "./observe.ts";

export type LineForm = Exclude<CalibrationForm, "full">;

/** The columns of each form; `copies` is the regression of arXiv 2406.18922, figure 3. */
const lineTerms: Readonly<Record<LineForm, readonly LineTerm[]>> = {
  sum: ["constant", "copies", "flop"],
  copies: ["constant", "copies"],
  flop: ["constant", "flop"],
};

/**
 * Step seconds as a line in counts per device, by ordinary least squares (M22).
 *
 * Formula: copies: t = c0 + c1 × copies; flop: t = c0 + c1 × FLOPs; sum: t = c0 + c1 × copies + c2 × FLOPs. Seconds,
 * seconds a copy, seconds a FLOP. Left out: e / (1 − leverage), in closed form. Differs from the full form: nothing is
 * known before the first run, and every second of error counts alike, so long steps decide.
 *
 * @throws UserError `too_few_runs`; `line_undetermined` when the runs do not differ in what the line counts
 */
export function fitLine({ rows }: Observations, form: LineForm): Fit {
  const terms = lineTerms[form];
  if (rows.length < terms.length) {
    const message = `form ${form} has ${terms.length} coefficients and the runs are ${rows.length}: at least ${terms.length} different scenarios are needed`;
    fail("too_few_runs", "", message, "measure more, or calibrate --form full, which works from 1 run up");
  }
  const measured = rows.map((row) => row.seconds);
  const line = leastSquares(
    rows.map(({ counts }) => lineRow(terms, counts)),
    measured,
  );
  if (line === null) return undetermined(form);
  const fitted = measured.map((seconds, i) => seconds - line.residuals[i]!);
  return {
    coefficients: coefficientsOf(terms, line, rows),
    residuals: {
      mape: mapeOf(fitted, measured),
      r2: r2Of(fitted, measured),
      leaveOneOutMape: leftOutMape(line, measured),
    },
    support: {
      kind: "line",
      terms: [...terms],
      degrees: line.degrees,
      residualSd: line.residualSd,
      unscaledCovariance: line.unscaledCovariance.map((row) => [...row]),
    },
    notes: [...exactNotes(form, line), ...negativeNotes(form, line)],
  };
}

function undetermined(form: LineForm): never {
  return fail(
    "line_undetermined",
    "",
    `form ${form} cannot be told from these runs: they do not differ in what it counts`,
    "measure other widths or batches, or calibrate --form full",
  );
}

function coefficientsOf(
  terms: readonly LineTerm[],
  { coefficients, residualSd, unscaledCovariance }: LeastSquares,
  rows: readonly Observation[],
): Calibration["coefficients"] {
  return Object.fromEntries(
    terms.map((term, j) => {
      const standardError = residualSd === null ? null : residualSd * Math.sqrt(unscaledCovariance[j]![j]!);
      return [term, { value: coefficients[j]!, standardError, default: usual(term, rows) }];
    }),
  );
}

/** Seconds a count of the one-constant baseline, the median over the runs. */
function usual(term: LineTerm, rows: readonly Observation[]): number | null {
  if (term === "constant") return 0;
  const each = rows.map(({ baselines, counts }) =>
    term === "copies" ? baselines.copiesOnlySeconds / counts.copies : baselines.flopOnlySeconds / counts.flop,
  );
  return quantile(each, 0.5);
}

/** Without a run of leverage 1 the line is not determined: there is then nothing to foretell it by. */
function leftOutMape(
  { residuals, leverages, degrees }: LeastSquares,
  measured: readonly number[],
): number | null {
  if (degrees === 0 || leverages.some((leverage) => leverage > 1 - 1e-9)) return null;
  const foretold = measured.map((seconds, i) => seconds - residuals[i]! / (1 - leverages[i]!));
  return mapeOf(foretold, measured);
}

function exactNotes(form: LineForm, { degrees }: LeastSquares): Note[] {
  if (degrees > 0) return [];
  const message = `form ${form} has as many coefficients as there are scenarios: it goes through all of them, and how far it is off elsewhere is not known`;
  return [{ code: "line-exact", severity: "warning", message }];
}

/** Nothing takes less than no time: a coefficient below zero is one that the runs do not tell from the others. */
function negativeNotes(form: LineForm, { coefficients }: LeastSquares): Note[] {
  const below = lineTerms[form].filter((term, j) => term !== "constant" && coefficients[j]! < 0);
  if (below.length === 0) return [];
  const message = `form ${form} has a coefficient below zero (${below.join(", ")}): the runs do not tell its terms apart, and other shapes will come out wrong`;
  return [{ code: "line-negative", severity: "warning", message }];
}
