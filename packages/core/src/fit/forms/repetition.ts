import { fail } from "../../errors/issue.ts";
import { emptyWorth, type LogSeen, logWorth } from "../../loss/forms/repetition.ts";
import type { ChinchillaLaw } from "../../loss/law.ts";
import { lossAt } from "../../loss/surface.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { pick, type RunTable } from "../run-table.ts";
import type { FittedForm } from "./fitted-form.ts";
import { type Minimum, minimize, namesAtBound, type Problem } from "./minimize.ts";
import { type LogModel, modelProblem } from "./model-problem.ts";
import { exponentBounds, type SurfaceCoefficients } from "./objective.ts";
import { fitSurface, huberDelta, type SurfaceFitOptions } from "./surface-fit.ts";

/** Decay of repeated tokens and of parameters in excess: R_D* and R_N*. */
export interface Repetition {
  readonly tokens: number;
  readonly parameters: number;
}

/** A law of these numbers alone, with nothing of what a published one says of itself. */
export function bareLaw(law: SurfaceCoefficients, repetition: Repetition | null = null): ChinchillaLaw {
  const { E, A, B, alpha, beta } = law;
  return {
    kind: "surface",
    id: "fitted",
    n: "total",
    unit: "nats/token",
    coefficients: {
      E: { value: E },
      A: { value: A },
      B: { value: B },
      alpha: { value: alpha },
      beta: { value: beta },
    },
    repetition:
      repetition === null
        ? null
        : { tokens: { value: repetition.tokens }, parameters: { value: repetition.parameters } },
  };
}

const starts = [
  [5, 2],
  [15, 5],
  [15, 50],
  [60, 5],
  [60, 50],
] as const;
const decayBounds = { min: ln(0.1), max: ln(1e4) };

/**
 * The form for repeated data: L = E + A / N'^alpha + B / D'^beta, N' and D' after decay by R_N* and R_D*.
 *
 * All seven numbers together by Huber's loss on the log of the loss, from five starts.
 * Source: Muennighoff et al. 2023, arXiv 2305.16264, equations 5 and 6.
 *
 * @throws UserError without distinct tokens, without a repeated row or with fewer rows than coefficients
 */
export function fitRepetition(table: RunTable, options: SurfaceFitOptions = {}): FittedForm {
  const unique = table.uniqueTokens;
  if (unique === null) {
    fail("no_unique_tokens", "uniqueTokens", "the repetition form needs distinct tokens (--unique-tokens)");
  }
  if (table.length < 7) fail("too_few_rows", "", `${table.length} rows are fewer than the 7 coefficients`);
  if (unique.every((u, i) => u > 0.99 * table.tokens[i]!)) {
    fail("no_repetition", "uniqueTokens", "no row repeats its tokens: there is no repetition to fit");
  }
  const base = baseLaw(table, unique, options);
  const found = starts.map(([tokens, parameters]) => ({ ...base, tokens, parameters }));
  return descendFrom(table, unique, found, options);
}

/** One descent from `from`: for refits of resampled rows. */
export function refitRepetition(
  table: RunTable,
  from: SurfaceCoefficients & Repetition,
  options: SurfaceFitOptions = {},
): FittedForm {
  return descendFrom(table, table.uniqueTokens ?? table.tokens, [from], options);
}

function descendFrom(
  table: RunTable,
  unique: Float64Array,
  from: readonly (SurfaceCoefficients & Repetition)[],
  options: SurfaceFitOptions,
): FittedForm {
  const problem = repetitionProblem(table, unique, options.delta ?? huberDelta);
  const found = from.map((start) => {
    const vector = Float64Array.of(...vectorOf(start), ln(start.tokens), ln(start.parameters));
    return minimize(problem, vector, { iterations: 150, exact: false, tolerance: 1e-7 });
  });
  const best = found.reduce((least: Minimum, each) => (each.value < least.value ? each : least));
  const { law, repetition } = read(best.x);
  const whole = bareLaw(law, repetition);
  const names = ["E", "A", "B", "alpha", "beta", "tokens", "parameters"];
  return {
    coefficients: { ...law, ...repetition },
    predict: (n, d, u) => lossAt(whole, n, d, u),
    atBound: namesAtBound(names, best, problem),
  };
}

/** The surface of the rows that repeat little, where there are enough of them. */
function baseLaw(table: RunTable, unique: Float64Array, options: SurfaceFitOptions): SurfaceCoefficients {
  const few = Array.from(table.tokens.keys()).filter((i) => table.tokens[i]! <= 1.01 * unique[i]!);
  const enough = few.length >= 10 && new Set(few.map((i) => table.params[i]!)).size > 1;
  return fitSurface(enough ? pick(table, few) : table, options).coefficients;
}

function vectorOf({ E, A, B, alpha, beta }: SurfaceCoefficients): number[] {
  return [ln(E), ln(A), ln(B), alpha, beta];
}

function read(v: Float64Array): { law: SurfaceCoefficients; repetition: Repetition } {
  const [E, A, B] = [exp(v[0]!), exp(v[1]!), exp(v[2]!)];
  return {
    law: { E, A, B, alpha: v[3]!, beta: v[4]! },
    repetition: { tokens: exp(v[5]!), parameters: exp(v[6]!) },
  };
}

function repetitionProblem(table: RunTable, unique: Float64Array, delta: number): Problem {
  const { min, max } = exponentBounds;
  const logLoss = table.loss.map(ln);
  const least = logLoss.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const model = repetitionModel(table, unique);
  const bounds = {
    lower: Float64Array.of(least - 7, -10, -10, min, min, decayBounds.min, decayBounds.min),
    upper: Float64Array.of(least, 60, 60, max, max, decayBounds.max, decayBounds.max),
  };
  return modelProblem(model, { logLoss, weight: table.weight, delta }, bounds);
}

/** log L by (log E, log A, log B, alpha, beta, log R_D*, log R_N*), with first derivatives: Gauss–Newton does with them. */
export function repetitionModel(table: RunTable, unique: Float64Array): LogModel {
  const runs: LogSeen[] = Array.from(table.params, (n, i) => {
    const u = Math.min(unique[i]!, table.tokens[i]!);
    const repeats = table.tokens[i]! / u - 1;
    return { logN: ln(n), logD: ln(table.tokens[i]!), logU: ln(u), repeats };
  });
  const seen = emptyWorth();
  return {
    size: 7,
    at: (v, i, slope) => {
      const [e, a, b, alpha, beta] = [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!];
      const decay = { tokens: exp(v[5]!), parameters: exp(v[6]!) };
      logWorth({ a, b, alpha, beta }, decay, runs[i]!, seen);
      const [ta, tb] = [a - alpha * seen.logN, b - beta * seen.logD];
      const top = Math.max(e, ta, tb);
      const [ee, ea, eb] = [exp(e - top), exp(ta - top), exp(tb - top)];
      const sum = ee + ea + eb;
      const [pa, pb] = [ea / sum, eb / sum];
      slope[0] = ee / sum;
      for (let j = 1; j < 7; j += 1) slope[j] = -pa * alpha * seen.byN[j - 1]! - pb * beta * seen.byD[j - 1]!;
      slope[1]! += pa;
      slope[2]! += pb;
      slope[3]! -= pa * seen.logN;
      slope[4]! -= pb * seen.logD;
      return top + ln(sum);
    },
  };
}
