import { fail, type Note } from "../errors/issue.ts";
import type { LossSurface } from "../loss/law.ts";
import { besiroglu2024 } from "../loss/laws/besiroglu-2024.ts";
import { engineVersion } from "../version.ts";
import { requireEnough } from "./enough-rows.ts";
import type { FittedForm } from "./forms/fitted-form.ts";
import { baselineNames, type FormName, type FormOptions, formOf, freedomOf } from "./forms/forms.ts";
import type { SurfaceCoefficients } from "./forms/objective.ts";
import type { Bootstrap } from "./judge/bootstrap.ts";
import { compareForms, type FormComparison, type FormResult, sameError } from "./judge/compare.ts";
import { type ResidualRow, residualRows } from "./judge/residuals.ts";
import { type FormSpread, spreadOfForm } from "./judge/spread.ts";
import { fittedLaw } from "./law-file.ts";
import type { FitRuns } from "./read/read-runs.ts";
import { lossUnitNotes } from "./unit-notes.ts";

/** How runs are fitted. */
export interface FitOptions {
  /** The form of the law; `auto`, the default, recommends one. */
  readonly form?: FormName | "auto" | undefined;
  /** Bootstrap refits; 1,000 by default, 200 above 500 rows; 0: no standard errors. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  /** As in `SurfaceFitOptions`: `free` is the likelihood that Besiroglu et al. 2024 report. */
  readonly scale?: "fixed" | "free" | undefined;
  /** Called with what is being done, and how far it is. */
  readonly progress?: ((what: "fit" | "bootstrap", done: number, of: number) => void) | undefined;
}

/** A coefficient and how well it is known: null where no refit says. */
export interface FitCoefficient {
  readonly value: number;
  readonly standardError: number | null;
  readonly p2_5: number | null;
  readonly p97_5: number | null;
}

/** How a form does. */
export interface FitForm {
  readonly name: FormName;
  readonly baseline: boolean;
  /** Numbers it takes from the rows. */
  readonly coefficients: number;
  readonly inSampleMape: number | null;
  readonly heldOutMape: number | null;
  /** Why it was not fitted; null when it was. */
  readonly skipped: string | null;
}

/** The documented reply of a fit. */
export interface FitReply {
  readonly schema: "wallclock/fit/1";
  readonly engine: string;
  readonly recommended: FormName;
  readonly law: LossSurface;
  readonly coefficients: Readonly<Record<string, FitCoefficient>>;
  readonly inSample: { readonly mape: number };
  readonly heldOut: { readonly mape: number | null; readonly rows: number };
  readonly baselines: readonly { readonly name: FormName; readonly heldOutMape: number | null }[];
  readonly notes: readonly Note[];
  readonly rows: number;
  readonly group: string | null;
  readonly columns: FitRuns["columns"];
  readonly forms: readonly FitForm[];
  /** Of the law: the scatter of runs about it, on log scale. */
  readonly residualSd: number | null;
  /** Of the coefficients named, factors as logarithms; null without refits. */
  readonly covariance: { readonly names: readonly string[]; readonly values: Bootstrap["covariance"] } | null;
  readonly draws: number;
  readonly seed: number;
  readonly scale: "fixed" | "free";
}

/** A reply, and what a page draws of it: every run beside what the law says. */
export interface Fit {
  readonly reply: FitReply;
  readonly rows: () => ResidualRow[];
}

const seedByDefault = 1;

/** The published law whose shape the forms `offset` and `linear` take. */
const published: SurfaceCoefficients = coefficientsOf(besiroglu2024.coefficients);

function coefficientsOf(law: Record<keyof SurfaceCoefficients, { value: number }>): SurfaceCoefficients {
  const { E, A, B, alpha, beta } = law;
  return { E: E.value, A: A.value, B: B.value, alpha: alpha.value, beta: beta.value };
}

/**
 * Fits a loss law to runs: every form, each tested on the dearest fifth of the rows refitted without them, and a bootstrap of
 * the one that is recommended or asked for.
 * Source: `compareForms` and `bootstrapForm`.
 *
 * @throws UserError `too_few_rows`, `no_variation`, `form_not_fitted` when the rows do not support the form
 * @example
 * fitted.reply.recommended // => "chinchilla"
 * fitted.reply.law.coefficients.alpha.value // => 0.35284
 */
export function fitRuns(runs: FitRuns, options: FitOptions = {}): Fit {
  const { form = "auto", seed = seedByDefault, scale = "fixed", progress } = options;
  const { table } = runs;
  requireEnough(form, runs);
  const step = (done: number, of: number): void => progress?.("fit", done, of);
  const forms = form === "auto" ? {} : { forms: [form, ...baselineNames] };
  const settings: FormOptions = { published, scale, progress: step, ...forms };
  const comparison = compareForms(table, settings);
  const chosen = chosenOf(comparison, form);
  const spread = spreadOfForm(formOf(chosen.name, { published, scale }), table, {
    from: chosen.fitted,
    draws: options.draws,
    seed,
    progress: (done, of) => progress?.("bootstrap", done, of),
  });
  const reply = replyOf({ runs, comparison, chosen, spread });
  return {
    reply: { ...reply, seed, scale },
    rows: () => residualRows(runs, chosen),
  };
}

function chosenOf({ forms, skipped, recommended }: FormComparison, asked: FormName | "auto"): FormResult {
  const name = asked === "auto" ? recommended : asked;
  const chosen = forms.find((each) => each.name === name);
  if (chosen !== undefined) return chosen;
  const reason = skipped.find((each) => each.name === name)?.reason ?? "these rows do not support it";
  return fail("form_not_fitted", "form", `the form ${name} cannot be fitted: ${reason}`);
}

interface Found {
  readonly runs: FitRuns;
  readonly comparison: FormComparison;
  readonly chosen: FormResult;
  readonly spread: FormSpread;
}

function replyOf({ runs, comparison, chosen, spread }: Found): Omit<FitReply, "seed" | "scale"> {
  const { table, group, columns, n, unit } = runs;
  const { bootstrap } = spread;
  const { name, fitted, inSampleMape, heldOutMape } = chosen;
  const law = fittedLaw({ form: name, fitted, bootstrap, table, id: "fitted", n, unit });
  return {
    schema: "wallclock/fit/1",
    engine: engineVersion,
    recommended: name,
    law,
    coefficients: coefficientsWith(fitted, bootstrap),
    inSample: { mape: inSampleMape },
    heldOut: { mape: heldOutMape, rows: comparison.heldOutRows },
    baselines: baselineNames.map((each) => {
      const result = comparison.forms.find((form) => form.name === each);
      return { name: each, heldOutMape: result?.heldOutMape ?? null };
    }),
    notes: [
      ...runs.notes,
      ...lossUnitNotes(runs),
      ...worseNotes(chosen, comparison),
      ...comparison.notes,
      ...spreadNotes(spread, table.length),
    ],
    rows: table.length,
    group,
    columns,
    forms: formsOf(comparison),
    residualSd: law.residualSd ?? null,
    covariance: bootstrap === null ? null : { names: bootstrap.names, values: bootstrap.covariance },
    draws: bootstrap?.draws ?? 0,
  };
}

function coefficientsWith(fitted: FittedForm, bootstrap: Bootstrap | null): Record<string, FitCoefficient> {
  const known = bootstrap !== null && bootstrap.draws >= 2;
  return Object.fromEntries(
    Object.entries(fitted.coefficients).map(([name, value]) => {
      const {
        standardError = null,
        p2_5 = null,
        p97_5 = null,
      } = known ? (bootstrap.coefficients[name] ?? {}) : {};
      return [name, { value, standardError, p2_5, p97_5 }];
    }),
  );
}

/** Every form that was tried, then those that the rows do not support. */
function formsOf({ forms, skipped }: FormComparison): FitForm[] {
  const tried = forms.map(({ name, baseline, freedom, inSampleMape, heldOutMape }): FitForm => {
    return { name, baseline, coefficients: freedom, inSampleMape, heldOutMape, skipped: null };
  });
  const others = skipped.map(({ name, reason }): FitForm => {
    const baseline = baselineNames.includes(name);
    return {
      name,
      baseline,
      coefficients: freedomOf[name],
      inSampleMape: null,
      heldOutMape: null,
      skipped: reason,
    };
  });
  return [...tried, ...others];
}

function spreadNotes({ bootstrap, rows }: FormSpread, length: number): Note[] {
  if (bootstrap === null || rows === length) return [];
  const message = `standard errors are from refits of ${rows} of the ${length} rows, scaled to all`;
  return [{ code: "bootstrap-of-some", severity: "info", message }];
}

/** A form that was asked for may do worse than a baseline; one that is recommended does not. */
function worseNotes({ name, heldOutMape }: FormResult, { forms }: FormComparison): Note[] {
  const baselines = forms.filter((form) => form.baseline && form.heldOutMape !== null);
  const [best] = baselines.sort((one, other) => one.heldOutMape! - other.heldOutMape!);
  if (best === undefined || heldOutMape === null || heldOutMape <= best.heldOutMape! + sameError) return [];
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const errors = `${percent(best.heldOutMape!)}, ${name} by ${percent(heldOutMape)}`;
  const message = `the baseline ${best.name} misses the runs held out by ${errors}: do not extrapolate with ${name}`;
  return [{ code: "worse-than-baseline", severity: "warning", message }];
}
