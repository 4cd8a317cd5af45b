import { fail, type Note, UserError } from "../../errors/issue.ts";
import { correlation } from "../../numeric/correlation.ts";
import { ln } from "../../numeric/elementary.ts";
import { mean } from "../../numeric/quantile.ts";
import { errorsOf, type FittedForm, hasFiniteCoefficients, mapeOf } from "../forms/fitted-form.ts";
import { baselineNames, type Form, type FormName, type FormOptions, formsFor } from "../forms/forms.ts";
import { distinct, pick, type RunTable } from "../run-table.ts";
import { holdOut } from "./hold-out.ts";

/** A form fitted to all rows, and tested on rows that a second fit did not see. */
export interface FormResult {
  readonly name: FormName;
  readonly baseline: boolean;
  /** Numbers that the form takes from the rows. */
  readonly freedom: number;
  readonly fitted: FittedForm;
  readonly inSampleMape: number;
  /** Of the rows held out, by the refit without them; null when that refit is not possible. */
  readonly heldOutMape: number | null;
  readonly heldOutErrors: readonly number[];
  /** The refit that did not see the rows held out; null when it is not possible. */
  readonly unseen: FittedForm | null;
}

/** Every form that the rows support, and which one to take. */
export interface FormComparison {
  readonly forms: readonly FormResult[];
  /** Forms that the rows cannot support, and why. */
  readonly skipped: readonly { readonly name: FormName; readonly reason: string }[];
  readonly heldOutRows: number;
  readonly recommended: FormName;
  readonly notes: readonly Note[];
}

/**
 * Fits every form and baseline, tests each on the dearest fifth of the rows refitted without them, and recommends one.
 * Source: our own protocol: held out by compute, as a law is used (M37).
 *
 * @throws UserError for fewer than three rows: two are held out
 * @example
 * const options = { published: { E: 1.82, A: 482, B: 2085, alpha: 0.3478, beta: 0.3658 } };
 * compareForms(runs, { ...options, forms: ["linear", "chinchilla"] }).recommended // => "linear"
 */
export function compareForms(table: RunTable, options: FormOptions): FormComparison {
  if (table.length < 3) {
    fail("too_few_rows", "", `${table.length} rows: a fit and its test need three at least`);
  }
  const split = holdOut(table);
  const [seen, held] = [pick(table, split.fit), pick(table, split.held)];
  const forms: FormResult[] = [];
  const skipped: { name: FormName; reason: string }[] = [];
  for (const form of formsFor(table, options)) {
    const result = fitAndTest(form, table, { seen, held });
    if (typeof result === "string") skipped.push({ name: form.name, reason: result });
    else forms.push(result);
  }
  if (forms.length === 0) {
    const reasons = skipped.map(({ name, reason }) => `${name}: ${reason}`).join("; ");
    fail("no_form_fits", "", `no form can be fitted to these rows: ${reasons}`);
  }
  const recommended = recommend(forms);
  return {
    forms,
    skipped,
    heldOutRows: split.held.length,
    recommended,
    notes: notesOf(table, forms, recommended),
  };
}

/** The form's result, or why the rows do not support it. */
function fitAndTest(
  form: Form,
  table: RunTable,
  { seen, held }: { readonly seen: RunTable; readonly held: RunTable },
): FormResult | string {
  const fitted = tryFit(form, table);
  if (typeof fitted === "string") return fitted;
  const refit = tryFit(form, seen);
  const errors = typeof refit === "string" ? [] : errorsOf(refit, held);
  const heldOutErrors = errors.every(Number.isFinite) ? errors : [];
  return {
    name: form.name,
    baseline: baselineNames.includes(form.name),
    freedom: form.freedom,
    fitted,
    inSampleMape: mapeOf(fitted, table) ?? Number.NaN,
    heldOutMape: mean(heldOutErrors),
    heldOutErrors,
    unseen: typeof refit === "string" ? null : refit,
  };
}

function tryFit(form: Form, table: RunTable): FittedForm | string {
  if (table.length < form.freedom) return `${table.length} rows for ${form.freedom} coefficients`;
  try {
    const fitted = form.fit(table);
    if (fitted === null) return "its columns are linearly dependent on these rows";
    const isSound = hasFiniteCoefficients(fitted) && Number.isFinite(mapeOf(fitted, table));
    return isSound ? fitted : "it has no finite coefficients on these rows";
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** A simpler form is taken when it is worse than the best by at most these shares, held out and in sample. */
const simplerWithin = { heldOut: 0.02, inSample: 0.1 };

/** Errors closer than this are equal: a hundredth of the run-to-run noise of public repeats, sd / mean 0.14 %. */
export const sameError = 1.4e-5;

/**
 * The form of least held-out error. A simpler one is taken instead when its error is within 2 % of that and within one
 * standard error of the paired differences, and its error in sample within 10 %: to prefer the other would be a choice by
 * the test rows alone. Never one that is worse than the best baseline.
 */
export function recommend(forms: readonly FormResult[]): FormName {
  const tested = forms.filter((form) => form.heldOutMape !== null && Number.isFinite(form.heldOutMape));
  if (tested.length === 0) return forms.find(({ name }) => name === "median")?.name ?? forms[0]!.name;
  const best = tested.reduce((least, form) => (form.heldOutMape! < least.heldOutMape! ? form : least));
  const baselines = tested.filter((form) => form.baseline).map((form) => form.heldOutMape!);
  const floor = Math.min(...baselines, Number.POSITIVE_INFINITY);
  const near = tested.filter(
    (form) => form.freedom < best.freedom && form.heldOutMape! <= floor && asGood(form, best),
  );
  return near.reduce((simple, form) => (form.freedom < simple.freedom ? form : simple), best).name;
}

function asGood(form: FormResult, best: FormResult): boolean {
  const { heldOut, inSample } = simplerWithin;
  if (form.heldOutMape! > best.heldOutMape! * (1 + heldOut) + sameError) return false;
  if (form.inSampleMape > best.inSampleMape * (1 + inSample) + sameError) return false;
  return form.heldOutMape! <= best.heldOutMape! + sameError || withinNoise(form, best);
}

function withinNoise(form: FormResult, best: FormResult): boolean {
  const gaps = form.heldOutErrors.map((error, i) => error - best.heldOutErrors[i]!);
  const middle = mean(gaps) ?? 0;
  const variance = gaps.reduce((sum, gap) => sum + (gap - middle) ** 2, 0) / Math.max(1, gaps.length - 1);
  return middle <= Math.sqrt(variance / gaps.length);
}

/** The middle four fifths of N or D spanning less than this factor leave its exponent undetermined. */
const leastSpan = 2;
/** log N and log D more correlated than this leave nothing to tell A / N^alpha from B / D^beta by. */
const mostCorrelated = 0.98;

/** Why the rows do not determine the coefficients, as notes. */
function degenerate(table: RunTable): Note[] {
  const notes: Note[] = [];
  for (const [name, column] of [
    ["parameters", table.params],
    ["tokens", table.tokens],
  ] as const) {
    const sorted = Float64Array.from(column).sort();
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
    const span = at(0.9) / at(0.1);
    if (span >= leastSpan && distinct(column) >= 3) continue;
    const what = `four fifths of the rows lie within a factor of ${span.toPrecision(3)} in ${name}`;
    notes.push(warning(`degenerate-${name}`, `${what}, with ${distinct(column)} distinct values`));
  }
  const together = correlation(table.params.map(ln), table.tokens.map(ln));
  if (Math.abs(together) > mostCorrelated) {
    const what = `parameters and tokens move together (correlation ${together.toFixed(3)} of their logs)`;
    notes.push(warning("degenerate-together", what));
  }
  return notes;
}

function warning(code: string, what: string): Note {
  const message = `degenerate: ${what}; use its predictions inside the fitted range only`;
  return { code, severity: "warning", message };
}

function notesOf(table: RunTable, forms: readonly FormResult[], recommended: FormName): Note[] {
  const notes = degenerate(table);
  for (const form of forms) {
    if (form.fitted.atBound.length === 0) continue;
    const mark = form.name === recommended ? ", the recommended form," : "";
    const what = `${form.fitted.atBound.join(" and ")} of ${form.name}${mark} ended on a bound`;
    notes.push(warning("coefficient-at-bound", what));
  }
  return notes;
}
