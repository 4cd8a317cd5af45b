import type { Note } from "../errors/issue.ts";
import type { Interval } from "../numeric/interval.ts";
import type { ModelShape } from "./forms/shape-worth.ts";
import { decadesOutside, logLossSd, z90 } from "./interval.ts";
import { isRecalled, type LossSurface } from "./law.ts";
import { lawAt, lossAt, lossGradient } from "./surface.ts";

/** The run whose final loss is asked for. */
export interface LossQuestion {
  readonly law: LossSurface;
  readonly parameters: { readonly total: number; readonly active: number; readonly nonEmbedding: number };
  readonly isMoe: boolean;
  /** Tokens trained on, repeats included. */
  readonly tokens: number;
  readonly globalBatchTokens: number;
  /** B*; null: the batch size costs nothing. */
  readonly criticalBatchTokens: number | null;
  /** Distinct tokens; null: no repetition. */
  readonly uniqueTokens: number | null;
  /** For a law with a term of shape; without it the law is read at its reference. */
  readonly shape?: ModelShape;
}

export interface LossPrediction {
  readonly nats: Interval;
  /** Whether N, D and, where the law says its range, the compute 6 N D lie within what the law was fitted on. */
  readonly inDomain: boolean;
  readonly notes: readonly Note[];
}

/** Relative standard deviation of a law that carries neither covariance nor residual. Assumed. */
const unknownRelativeSd = 0.05;

/** Which count a law's N is; a dense law reads the active parameters of a mixture of experts. */
export function lawParameters(question: Pick<LossQuestion, "law" | "parameters" | "isMoe">): number {
  const { law, parameters, isMoe } = question;
  const inactive = isMoe ? parameters.total - parameters.active : 0;
  return law.n === "total" ? parameters.total - inactive : Math.max(1, parameters.nonEmbedding - inactive);
}

/** Tokens that count as one to the law (M30): 1 + batch / critical batch (Kaplan et al. 2020, section 5.1); 1 without a critical batch. */
export function batchPenalty(globalBatchTokens: number, criticalBatchTokens: number | null): number {
  return criticalBatchTokens === null ? 1 : 1 + globalBatchTokens / criticalBatchTokens;
}

/** What a law sees of a run's data. */
export interface Data {
  /** Tokens trained on, repeats included. */
  readonly tokens: number;
  /** Distinct tokens; null: no repetition. */
  readonly uniqueTokens: number | null;
  /** See {@link batchPenalty}. */
  readonly penalty: number;
}

/** Median loss of N = `n` parameters: the law at D = tokens / penalty, unique tokens scaled alike; nats/token. */
export function medianLoss(law: LossSurface, n: number, { tokens, uniqueTokens, penalty }: Data): number {
  return lossAt(law, n, tokens / penalty, (uniqueTokens ?? tokens) / penalty);
}

const short = (value: number): string => value.toExponential(2).replace("e+", "e");

/** Half the widest interval, log loss: one that says nothing, of a law that says nothing there, still has ends. Chosen. */
const mostLogWidth = Math.log(1e6);

interface Quantity {
  readonly what: string;
  readonly path: string;
}

/** How many decades x lies outside a range, and the note that says so. */
function outside(
  x: number,
  range: { min: number; max: number } | undefined,
  { what, path }: Quantity,
): { decades: number; notes: Note[] } {
  const decades = decadesOutside(x, range);
  if (decades === 0 || range === undefined) return { decades, notes: [] };
  const message = `${what} (${short(x)}) is outside what the law was fitted on, ${short(range.min)} to ${short(range.max)}; the interval is widened`;
  return { decades, notes: [{ code: "extrapolating-loss", severity: "warning", message, path }] };
}

const quantities = {
  parameters: { what: "the number of parameters", path: "model" },
  tokens: { what: "the number of tokens", path: "training.tokens" },
  unique: { what: "the number of unique tokens", path: "training.uniqueTokens" },
  compute: { what: "the compute 6 N D", path: "training.tokens" },
  aspect: { what: "width / layers", path: "model.width" },
} as const;

/** N, D and distinct tokens as the law sees them, and the model's shape. */
interface Seen {
  readonly n: number;
  readonly d: number;
  readonly unique: number;
  readonly shape: ModelShape | undefined;
}

/** Where a run lies outside its law's range; shape only under a law that knows the range of its shapes. Compute is named only where parameters and tokens are inside. */
function extrapolation(law: LossSurface, { n, d, unique, shape }: Seen) {
  const range = law.fitted ?? undefined;
  const repeats = knowsRepetition(law) && unique < d;
  const [parameters, tokens, fewer] = [
    outside(n, range?.parameters, quantities.parameters),
    outside(d, range?.tokens, quantities.tokens),
    outside(unique, repeats ? range?.tokens : undefined, quantities.unique),
  ];
  const aspect =
    shape === undefined
      ? { decades: 0, notes: [] }
      : outside(shape.width / shape.layers, range?.aspect, quantities.aspect);
  const compute = outside(6 * n * d, range?.compute, quantities.compute);
  const named = [...parameters.notes, ...tokens.notes, ...fewer.notes, ...aspect.notes];
  return {
    outside: {
      parameters: parameters.decades,
      tokens: Math.max(tokens.decades, fewer.decades, aspect.decades),
      compute: compute.decades,
    },
    notes: named.length > 0 ? named : compute.notes,
  };
}

function covarianceOf(law: LossSurface): readonly (readonly number[])[] | null {
  return law.form === "kaplan" ? null : (law.covariance ?? null);
}

/** Whether a law knows that tokens seen again are worth less. */
function knowsRepetition(law: LossSurface): boolean {
  return "repetition" in law && (law.repetition ?? null) !== null;
}

/** A law recalled and not read says so, and what the law itself warns of: a unit that is not nats a token. */
function lawNotes(law: LossSurface): Note[] {
  const warn = (code: string, message: string): Note => ({
    code,
    severity: "warning",
    message,
    path: "lossLaw",
  });
  const recalled = `figures of ${law.id} are from memory, not read at their source: check them before you rely on its loss`;
  return [
    ...(isRecalled(law) ? [warn("law-from-memory", recalled)] : []),
    ...(law.warning === undefined ? [] : [warn("law-warning", `${law.id}: ${law.warning}`)]),
  ];
}

/** Variance of the loss from the coefficients' covariance (delta method), in nats squared. */
function coefficientVariance(law: LossSurface, gradient: readonly number[]): number {
  let variance = 0;
  for (const [i, row] of (covarianceOf(law) ?? []).entries()) {
    for (const [j, value] of row.entries()) variance += value * (gradient[i] ?? 0) * (gradient[j] ?? 0);
  }
  return Math.max(0, variance);
}

/** What the interval is made of: coefficients by the delta method, scatter of runs, or an assumption where neither is known. */
function spreadOf(law: LossSurface, nats: number, gradient: readonly number[]) {
  const known = covarianceOf(law) !== null || (law.residualSd ?? null) !== null;
  return {
    coefficientSd: Math.sqrt(coefficientVariance(law, gradient)) / nats,
    residualSd: known ? (law.residualSd ?? 0) : unknownRelativeSd,
  };
}

/** A loss above that of guessing every token alike is no loss a run ends at. */
function uniformNotes(law: LossSurface, nats: number): Note[] {
  const uniform = law.vocabulary == null ? Number.POSITIVE_INFINITY : Math.log(law.vocabulary);
  if (nats <= uniform) return [];
  const message = `${law.id} gives a loss above ln(${law.vocabulary}) = ${uniform.toFixed(2)}, that of guessing: so few tokens are beyond any law`;
  return [{ code: "loss-above-uniform", severity: "warning", message, path: "lossLaw" }];
}

/** What the reader must know of the law and of how the run departs from it. */
function standingNotes(question: LossQuestion): Note[] {
  const { law, tokens, uniqueTokens } = question;
  const notes: Note[] = [];
  const add = (code: string, severity: Note["severity"], message: string, path: string) =>
    notes.push({ code, severity, message, path });
  if (question.isMoe)
    add(
      "moe-on-dense-law",
      "warning",
      `${law.id} was fitted on dense models: it sees the active parameters only`,
      "model.moe",
    );
  if (question.criticalBatchTokens === null)
    add(
      "batch-free",
      "info",
      "no critical batch size given: the loss does not depend on the batch size",
      "training.criticalBatchTokens",
    );
  if (uniqueTokens !== null && uniqueTokens < tokens && !knowsRepetition(law))
    add(
      "repetition-unmodelled",
      "warning",
      `${law.id} knows no repeated data and takes ${(tokens / uniqueTokens).toFixed(1)} epochs for fresh tokens; muennighoff-2023 does`,
      "training.uniqueTokens",
    );
  if ((covarianceOf(law) ?? null) === null && (law.residualSd ?? null) === null)
    add(
      "loss-interval-assumed",
      "info",
      `${law.id} has no covariance: its interval is an assumed 5 % standard deviation`,
      "lossLaw",
    );
  const vocabulary = law.vocabulary ? ` with a ${Math.round(law.vocabulary / 1000)}k vocabulary` : "";
  if (law.dataset)
    add(
      "loss-is-of-its-dataset",
      "info",
      `the law was fitted on ${law.dataset}${vocabulary}; losses of other data and tokenizers differ by a constant that the interval does not hold`,
      "lossLaw",
    );
  return notes;
}

/**
 * Final training loss of a run, nats/token: the law at N and D_eff = tokens / (1 + globalBatchTokens / criticalBatchTokens)
 * (Kaplan et al. 2020, arXiv 2001.08361, section 5.1, C_min = C / (1 + B / B_crit)), unique tokens scaled alike.
 *
 * Median: {@link lossAt}. Interval: log-normal with relative sd sqrt(g' S g / L^2 + r^2), where S is the covariance of
 * the coefficients, g their gradient and r the scatter of runs about the law, run-to-run noise in it; times what
 * {@link logLossSd} widens it by outside the fitted range, which public runs held out have measured. Other conventions report
 * E's or the exponents' error alone, or none.
 * Finite and positive for finite positive inputs; p10 <= p50 <= p90.
 * Source: Kaplan et al. 2020 for the batch, the law's own paper for N and D.
 *
 * @example
 * predictLoss({ law: besiroglu2024, parameters: { total: 124e6, active: 124e6, nonEmbedding: 85e6 }, isMoe: false,
 *   tokens: 2.5e9, globalBatchTokens: 524288, criticalBatchTokens: null, uniqueTokens: null }).nats.p50 // => 3.31516
 */
export function predictLoss(question: LossQuestion): LossPrediction {
  const { tokens, criticalBatchTokens, shape } = question;
  const law = lawAt(question.law, shape);
  const n = lawParameters(question);
  const penalty = batchPenalty(question.globalBatchTokens, criticalBatchTokens);
  const d = tokens / penalty;
  const unique = (question.uniqueTokens ?? tokens) / penalty;
  const p50 = medianLoss(law, n, { tokens, uniqueTokens: question.uniqueTokens, penalty });
  const { outside: distance, notes } = extrapolation(law, { n, d, unique, shape });
  const spread = spreadOf(law, p50, lossGradient(law, n, d, unique));
  const factor = Math.exp(Math.min(z90 * logLossSd({ ...spread, outside: distance }), mostLogWidth));
  return {
    nats: { p10: p50 / factor, p50, p90: p50 * factor },
    inDomain: notes.length === 0,
    notes: [...lawNotes(law), ...notes, ...uniformNotes(law, p50), ...standingNotes(question)],
  };
}
