import type { InteractionNumbers } from "../../loss/forms/interaction.ts";
import type { RunTable } from "../run-table.ts";
import { fitLogLinear, fitMedian, fitOffset } from "./baselines.ts";
import type { FittedForm } from "./fitted-form.ts";
import { fitInteraction, refitInteraction } from "./interaction.ts";
import { fitLinear } from "./linear.ts";
import { fromVector, logRuns, type SurfaceCoefficients, surfaceLoss } from "./objective.ts";
import { fitRepetition, type Repetition, refitRepetition } from "./repetition.ts";
import { fitShape, refitShape, type ShapeCoefficients, shapesVary } from "./shape.ts";
import { descend, fitSurface, huberDelta, type SurfaceFit, type SurfaceFitOptions } from "./surface-fit.ts";

/** Forms of the law, and the three baselines (offset, log-linear, median), from the fewest coefficients to the most. */
export type FormName =
  | "median"
  | "offset"
  | "log-linear"
  | "linear"
  | "chinchilla"
  | "chinchilla-weighted"
  | "interaction"
  | "shape"
  | "repetition";

export const formNames: readonly FormName[] = [
  "median",
  "offset",
  "log-linear",
  "linear",
  "chinchilla",
  "chinchilla-weighted",
  "interaction",
  "shape",
  "repetition",
];

/** Numbers that each form takes from the rows. */
export const freedomOf: Readonly<Record<FormName, number>> = {
  median: 1,
  offset: 1,
  "log-linear": 2,
  linear: 3,
  chinchilla: 5,
  "chinchilla-weighted": 5,
  interaction: 6,
  shape: 6,
  repetition: 7,
};

const held: Readonly<Partial<Record<FormName, readonly string[]>>> = {
  offset: ["E", "A", "B", "alpha", "beta"],
  linear: ["alpha", "beta"],
  shape: ["reference"],
};

/**
 * Coefficients that a form holds, as published or at the rows' median, in place of fitting them.
 *
 * @example
 * heldOf("linear") // => ["alpha", "beta"]
 */
export function heldOf(name: FormName): readonly string[] {
  return held[name] ?? [];
}

export const baselineNames: readonly FormName[] = ["offset", "log-linear", "median"];

/** Tried when nobody asks: all but the one that differs from another by its weights alone. */
const usualForms: readonly FormName[] = formNames.filter((name) => name !== "chinchilla-weighted");

export interface FormOptions extends SurfaceFitOptions {
  /** The published law whose shape `offset` and `linear` take. */
  readonly published: SurfaceCoefficients;
  /** Forms to try; all that the rows support but `chinchilla-weighted` when absent. */
  readonly forms?: readonly FormName[];
}

/** A way to fit rows. */
export interface Form {
  readonly name: FormName;
  /** Numbers that the form takes from the rows. */
  readonly freedom: number;
  readonly fit: (table: RunTable) => FittedForm | null;
  /** A fit of resampled rows, started from the fit of all: for the bootstrap. */
  readonly refit: (table: RunTable, from: FittedForm) => FittedForm | null;
}

/**
 * Forms that these rows can be tried with. Unasked, `repetition` is tried where a row repeats its tokens, `shape` where width
 * and depth vary.
 */
export function formsFor(table: RunTable, options: FormOptions): Form[] {
  const repeats = table.uniqueTokens?.some((unique, i) => unique < 0.99 * table.tokens[i]!) === true;
  const unfit = { repetition: !repeats, shape: !shapesVary(table) };
  const wanted =
    options.forms ?? usualForms.filter((name) => !(name in unfit) || !unfit[name as keyof typeof unfit]);
  const surfaceOf = remembered(options);
  return formNames.filter((name) => wanted.includes(name)).map((name) => formOf(name, options, surfaceOf));
}

/** Fits a surface to each table once: the interaction form starts from the same one. */
function remembered(options: FormOptions): (table: RunTable) => SurfaceFit {
  const known = new WeakMap<RunTable, SurfaceFit>();
  return (table) => {
    const fit = known.get(table) ?? fitSurface(table, options);
    known.set(table, fit);
    return fit;
  };
}

/**
 * The form of this name.
 *
 * @example
 * const published = { E: 1.82, A: 482, B: 2085, alpha: 0.3478, beta: 0.3658 };
 * formOf("chinchilla", { published }).freedom // => 5
 */
export function formOf(name: FormName, options: FormOptions, surfaceOf = remembered(options)): Form {
  const { published } = options;
  const freedom = freedomOf[name];
  const closed = (fit: Form["fit"]): Form => ({ name, freedom, fit, refit: fit });
  switch (name) {
    case "median":
      return closed(fitMedian);
    case "offset":
      return closed((rows) => fitOffset(rows, published));
    case "log-linear":
      return closed(fitLogLinear);
    case "linear":
      return closed((rows) => fitLinear(rows, published));
    case "chinchilla":
      return surface(name, options, surfaceOf, (rows) => rows);
    case "chinchilla-weighted":
      return surface(name, options, surfaceOf, weightedByCompute);
    case "interaction":
      return {
        name,
        freedom,
        fit: (rows) => fitInteraction(rows, options, surfaceOf(rows).coefficients),
        refit: (rows, { coefficients }) =>
          refitInteraction(rows, coefficients as unknown as InteractionNumbers, options),
      };
    case "shape":
      return {
        name,
        freedom,
        fit: (rows) =>
          fitShape(rows, options, rows.aspect === null ? undefined : surfaceOf(rows).coefficients),
        refit: (rows, { coefficients }) =>
          refitShape(rows, coefficients as unknown as ShapeCoefficients, options),
      };
    case "repetition":
      return {
        name,
        freedom,
        fit: (rows) => fitRepetition(rows, options),
        refit: (rows, { coefficients }) =>
          refitRepetition(rows, coefficients as unknown as SurfaceCoefficients & Repetition, options),
      };
  }
}

function surface(
  name: FormName,
  options: FormOptions,
  surfaceOf: (table: RunTable) => SurfaceFit,
  weigh: (table: RunTable) => RunTable,
): Form {
  return {
    name,
    freedom: freedomOf[name],
    fit: (rows) => {
      const { coefficients, atBound } = surfaceOf(weigh(rows));
      return surfaceForm(coefficients, atBound);
    },
    refit: (rows, { coefficients }) => {
      const from = coefficients as unknown as SurfaceCoefficients;
      const weighed = weigh(rows);
      const runs = logRuns(weighed);
      const delta = options.delta ?? huberDelta;
      return surfaceForm(fromVector(descend(runs, weighed.weight, { from, delta }).x, runs), []);
    },
  };
}

function surfaceForm(law: SurfaceCoefficients, atBound: readonly string[]): FittedForm {
  return { coefficients: { ...law }, predict: (n, d) => surfaceLoss(law, n, d), atBound };
}

/**
 * Rows weighted by the fourth root of their compute: a law is asked for beyond its dearest rows, and the cheapest are the
 * first to leave its form. The power is a choice, not a fit; cheap rows fit worse for it.
 */
function weightedByCompute(table: RunTable): RunTable {
  const compute = table.params.map((n, i) => n * table.tokens[i]!);
  const most = compute.reduce((high, value) => Math.max(high, value), 0);
  return { ...table, weight: table.weight.map((weight, i) => weight * (compute[i]! / most) ** 0.25) };
}

/**
 * A fitted form as L = E + A / N^alpha + B / D^beta, what a surface law file holds; null for a form that is not one
 * (log-linear, interaction, repetition: the last has R_N* and R_D* beside these five).
 *
 * @example
 * asSurface("offset", fitted) // => the published law with E + offset
 */
export function asSurface(name: FormName, fitted: FittedForm): SurfaceCoefficients | null {
  const { E = 0, A = 0, B = 0, alpha = 0, beta = 0, offset = 0, median = 0 } = fitted.coefficients;
  switch (name) {
    case "median":
      return { E: median, A: 0, B: 0, alpha: 0, beta: 0 };
    case "offset":
    case "linear":
    case "chinchilla":
    case "chinchilla-weighted":
      return { E: E + offset, A, B, alpha, beta };
    default:
      return null;
  }
}
