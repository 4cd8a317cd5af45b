import type { ChinchillaLaw, Coefficient, InteractionLaw, LogLinearLaw, LossSurface } from "../loss/law.ts";
import type { LossUnit } from "../loss/units.ts";
import { ln } from "../numeric/elementary.ts";
import type { FittedForm } from "./forms/fitted-form.ts";
import { type FormName, freedomOf } from "./forms/forms.ts";
import { type Bootstrap, spreadOf } from "./judge/bootstrap.ts";
import { rangesOf, residualScale } from "./judge/scatter.ts";
import { tangentCovariance } from "./judge/tangent-covariance.ts";
import type { ParameterCounting } from "./read/columns.ts";
import type { RunTable } from "./run-table.ts";

/** What a law file is made of. */
export interface LawFileInput {
  readonly form: FormName;
  readonly fitted: FittedForm;
  /** Refits that say how well the coefficients are known; without them they carry values alone. */
  readonly bootstrap?: Bootstrap | null;
  /** The rows that `fitted` was fitted on: the law's range, and the scatter of runs about it. */
  readonly table: RunTable;
  readonly id: string;
  readonly n: ParameterCounting;
  /** Unit of the losses fitted, nats/token when absent. A law is in nats/token: bits are turned into nats. */
  readonly unit?: LossUnit;
  /** Bytes of text a token stands for: without it losses in bits/byte stay as they are, and the law says so. */
  readonly bytesPerToken?: number | null;
  readonly title?: string;
  readonly dataset?: string | null;
}

const fittedStatus = "fitted: wallclock fit";
const heldStatus = "held: as published, not fitted";

/**
 * A fitted form as a law: what `--law FILE` and `lossLaw` take, with the loss of `fitted.predict` at every N and D, in
 * nats/token. Coefficients carry standard errors, 95 % intervals and the covariance of the refits. The median and the offset
 * become surfaces of Chinchilla's form: their one number is in E.
 * Source: covariance of the refits at each row's gradient; the law's form: Hoffmann et al. 2022 and what `form`
 * names.
 *
 * @example
 * const published = { E: 1.82, A: 482, B: 2085, alpha: 0.3478, beta: 0.3658 };
 * const form = formOf("chinchilla", { published });
 * const law = fittedLaw({ form: "chinchilla", fitted: form.fit(runs), table: runs, id: "mine", n: "total" });
 * lossAt(law, 1e8, 1e10) // => 3.0552
 */
export function fittedLaw(input: LawFileInput): LossSurface {
  const law = valuesOf(input);
  const refits = input.bootstrap?.refits ?? [];
  // rows that leave no scatter tell no more of the coefficients: the interval is then assumed
  if (law.form === "kaplan" || refits.length < 2 || law.residualSd === null) return law;
  const { predict } = input.fitted;
  const free = freeOf(input.form, coordinatesOf(law));
  const covariance = soundCovariance(() =>
    tangentCovariance({ law, predict, refits, table: input.table, free }),
  );
  return { ...law, covariance };
}

/** The covariance; null where the rows leave none: no finite gradient, no refit that predicts. */
function soundCovariance(make: () => number[][]): number[][] | null {
  try {
    const covariance = make();
    const isSound = covariance.length > 0 && covariance.every((row) => row.every(Number.isFinite));
    return isSound ? covariance : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The law without its covariance. */
function valuesOf(input: LawFileInput): LossSurface {
  switch (input.form) {
    case "log-linear":
      return logLinearLaw(input);
    case "interaction":
      return interactionLaw(input);
    default:
      return surfaceLaw(input);
  }
}

/** Names of the coordinates of a law's gradient. */
function coordinatesOf(law: LossSurface): string[] {
  const repetition = "repetition" in law ? (law.repetition ?? {}) : {};
  const shape = "shape" in law && law.shape ? ["aspect"] : [];
  return [...Object.keys(law.coefficients), ...Object.keys(repetition), ...shape];
}

/** Which of them the form takes from the rows. */
function freeOf(form: FormName, names: readonly string[]): number[] {
  const fitted = fittedNames[form];
  return names.flatMap((name, j) => (fitted?.includes(name) === false ? [] : [j]));
}

const formulas: Partial<Record<FormName, string>> = {
  repetition: "L = E + A / N'^alpha + B / D'^beta, N' and D' as in muennighoff-2023",
  shape:
    "L = E + A / N'^alpha + B / D^beta, N' = N (1 + reference / aspect) / (1 + (width / layers) / aspect)",
};

/** Chinchilla's form: all but two forms are one. */
function surfaceLaw(input: LawFileInput): ChinchillaLaw {
  const { form, fitted } = input;
  const figure = figures(input, withOffset);
  const coefficients = {
    E: figure("E", "scale"),
    A: figure("A", "scale"),
    B: figure("B", "scale"),
    alpha: figure("alpha"),
    beta: figure("beta"),
  };
  return {
    kind: "surface",
    ...aboutOf(input),
    formula: formulas[form] ?? "L = E + A / N^alpha + B / D^beta",
    coefficients,
    repetition: form === "repetition" ? { tokens: figure("tokens"), parameters: figure("parameters") } : null,
    shape: form === "shape" ? { aspect: figure("aspect"), reference: fitted.coefficients.reference! } : null,
    covariance: null,
  };
}

function interactionLaw(input: LawFileInput): InteractionLaw {
  const figure = figures(input);
  return {
    kind: "surface",
    form: "interaction",
    ...aboutOf(input),
    formula: "L = E + ((A / N^alpha)^(1 / gamma) + (B / D^beta)^(1 / gamma))^gamma",
    coefficients: {
      E: figure("E", "scale"),
      A: figure("A", "scale"),
      B: figure("B", "scale"),
      alpha: figure("alpha"),
      beta: figure("beta"),
      gamma: figure("gamma"),
    },
    covariance: null,
  };
}

function logLinearLaw(input: LawFileInput): LogLinearLaw {
  const figure = figures(input);
  return {
    kind: "surface",
    form: "log-linear",
    ...aboutOf(input),
    formula: "log L = intercept + slope log(6 N D)",
    coefficients: { intercept: figure("intercept", "log"), slope: figure("slope") },
    covariance: null,
  };
}

/** Coefficients of a form as those of the law it becomes. */
type Convert = (coefficients: Readonly<Record<string, number>>) => Readonly<Record<string, number>>;

const withOffset: Convert = ({ E = 0, offset = 0, median = 0, ...rest }) => ({
  A: 0,
  B: 0,
  alpha: 0,
  beta: 0,
  ...rest,
  E: E + offset + median,
});

/** Which coefficients a form takes from the rows, by the names of the law it becomes; all when absent. */
const fittedNames: Partial<Record<FormName, readonly string[]>> = {
  median: ["E"],
  offset: ["E"],
  linear: ["E", "A", "B"],
};

/** Makes each coefficient of the law, in nats/token. */
function figures(input: LawFileInput, convert: Convert = (same) => same) {
  const { scale } = unitOf(input);
  const own = convert(input.fitted.coefficients);
  const refits = (input.bootstrap?.refits ?? []).map((refit) => convert(refit.coefficients));
  return (name: string, unit: "scale" | "log" | "none" = "none"): Coefficient => {
    const inNats = (value: number): number =>
      unit === "scale" ? value * scale : unit === "log" ? value + ln(scale) : value;
    const isFitted = fittedNames[input.form]?.includes(name) ?? true;
    const value = inNats(own[name]!);
    if (!isFitted) return { value, status: input.form === "median" ? fittedStatus : heldStatus };
    if (refits.length < 2) return { value, status: fittedStatus };
    const values = refits.map((refit) => inNats(refit[name]!));
    return { value, ...spreadOf(values), status: fittedStatus };
  };
}

/** Nats a token of one unit of the fitted loss, and what to warn of where that is not known. */
function unitOf({ unit = "nats/token", bytesPerToken }: LawFileInput): { scale: number; warning?: string } {
  if (unit === "nats/token") return { scale: 1 };
  if (unit === "bits/token") return { scale: Math.LN2 };
  if (unit === "bits/byte" && bytesPerToken && bytesPerToken > 0) return { scale: Math.LN2 * bytesPerToken };
  return { scale: 1, warning: `fitted to ${unit}: read every loss it gives as ${unit}, not as nats a token` };
}

/** What the law says of itself whatever its form. */
function aboutOf(input: LawFileInput) {
  const { form, fitted, table, bootstrap, id, n, title, dataset } = input;
  const residualSd = residualScale(fitted, table, freedomOf[form]);
  const { warning } = unitOf(input);
  const draws = bootstrap?.draws ?? 0;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    n,
    unit: "nats/token" as const,
    ...(dataset === undefined ? {} : { dataset }),
    ...(warning === undefined ? {} : { warning }),
    fitted: rangesOf(table, { shape: form === "shape" }),
    residualSd,
    uncertaintySource: `fitted: wallclock fit, ${table.params.length} rows, ${draws} bootstrap refits`,
  };
}
