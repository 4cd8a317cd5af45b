import { quantile } from "../numeric/quantile.ts";
import { fromVector, logRuns, type SurfaceCoefficients } from "./objective.ts";
import { uniform } from "./random.ts";
import type { RunTable } from "./rows.ts";
import { descend } from "./surface-fit.ts";

/** Spread of one coefficient over the refits. */
export interface Spread {
  readonly standardError: number;
  readonly p2_5: number;
  readonly p97_5: number;
}

export interface Bootstrap {
  readonly draws: number;
  readonly coefficients: Readonly<Record<keyof SurfaceCoefficients, Spread>>;
  /** Of log A and log B, whose own spread is steadier than that of A and B. */
  readonly logs: Readonly<Record<"E" | "A" | "B", Spread>>;
  /** Covariance of (log E, log A, log B, alpha, beta), as a law file holds it. */
  readonly covariance: readonly (readonly number[])[];
}

export interface BootstrapOptions {
  /** The fit of all rows: every refit starts from it. */
  readonly from: SurfaceCoefficients;
  readonly delta: number;
  readonly draws: number;
  readonly seed: number;
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Standard errors, 95 % intervals and covariance of a surface's coefficients: refits of rows drawn with replacement,
 * whole trunks at a time. The same seed gives the same numbers.
 *
 * Source: Efron & Tibshirani 1993, chapters 6 and 13; percentile intervals.
 */
export function bootstrapSurface(table: RunTable, options: BootstrapOptions): Bootstrap {
  const runs = logRuns(table);
  const random = uniform(options.seed);
  const counts = new Float64Array(table.clusters);
  const weight = new Float64Array(table.length);
  const laws: SurfaceCoefficients[] = [];
  for (let k = 0; k < options.draws; k += 1) {
    counts.fill(0);
    for (let i = 0; i < table.clusters; i += 1) counts[Math.floor(random() * table.clusters)]! += 1;
    for (let i = 0; i < table.length; i += 1) weight[i] = table.weight[i]! * counts[table.cluster[i]!]!;
    laws.push(fromVector(descend(runs, weight, options).x, runs));
    options.progress?.(k + 1, options.draws);
  }
  const column = (of: (law: SurfaceCoefficients) => number): Spread => spreadOf(laws.map(of));
  return {
    draws: options.draws,
    coefficients: {
      E: column((law) => law.E),
      A: column((law) => law.A),
      B: column((law) => law.B),
      alpha: column((law) => law.alpha),
      beta: column((law) => law.beta),
    },
    logs: {
      E: column((law) => Math.log(law.E)),
      A: column((law) => Math.log(law.A)),
      B: column((law) => Math.log(law.B)),
    },
    covariance: covarianceOf(
      laws.map((law) => [Math.log(law.E), Math.log(law.A), Math.log(law.B), law.alpha, law.beta]),
    ),
  };
}

function spreadOf(values: readonly number[]): Spread {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return {
    standardError: Math.sqrt(square / Math.max(1, values.length - 1)),
    p2_5: quantile(values, 0.025) ?? Number.NaN,
    p97_5: quantile(values, 0.975) ?? Number.NaN,
  };
}

/** Sample covariance of the columns. */
export function covarianceOf(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]?.length ?? 0;
  const means = Array.from(
    { length: size },
    (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length,
  );
  return means.map((mi, i) =>
    means.map(
      (mj, j) =>
        rows.reduce((sum, row) => sum + (row[i]! - mi) * (row[j]! - mj), 0) / Math.max(1, rows.length - 1),
    ),
  );
}
