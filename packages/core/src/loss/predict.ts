import type { Note } from "../errors/issue.ts";
import type { Interval } from "../numeric/interval.ts";
import { normal90 } from "../numeric/normal.ts";
import { extrapolation } from "./extrapolation.ts";
import { logLossSd } from "./interval.ts";
import type { LossSurface } from "./law.ts";
import { departureNotes, lawNotes, uniformNotes } from "./notes.ts";
import type { LossQuestion } from "./question.ts";
import { spreadOf } from "./spread.ts";
import { lawAt, lossAt, lossGradient } from "./surface.ts";

export interface LossPrediction {
  readonly nats: Interval;
  /** Whether N, D and, where the law says its range, the compute 6 N D lie within what the law was fitted on. */
  readonly inDomain: boolean;
  readonly notes: readonly Note[];
}

/** N of a run as its law counts it; a dense law reads the active parameters of a mixture of experts. */
export function lawParameters(question: Pick<LossQuestion, "law" | "parameters" | "isMoe">): number {
  const { law, parameters, isMoe } = question;
  const inactive = isMoe ? parameters.total - parameters.active : 0;
  return law.n === "total" ? parameters.total - inactive : Math.max(1, parameters.nonEmbedding - inactive);
}

/**
 * Tokens that count as one to the law (M30): 1 + batch / critical batch (Kaplan et al. 2020, section 5.1); 1 without a critical
 * batch.
 */
export function batchPenalty(globalBatchTokens: number, criticalBatchTokens: number | null): number {
  return criticalBatchTokens === null ? 1 : 1 + globalBatchTokens / criticalBatchTokens;
}

/** What a law sees of a run's data. */
export interface TrainingData {
  /** Tokens trained on, repeats included. */
  readonly tokens: number;
  /** Distinct tokens; null: no repetition. */
  readonly uniqueTokens: number | null;
  /** See {@link batchPenalty}. */
  readonly penalty: number;
}

/** Median loss of N = `n` parameters: the law at D = tokens / penalty, unique tokens scaled alike; nats/token. */
export function medianLoss(
  law: LossSurface,
  n: number,
  { tokens, uniqueTokens, penalty }: TrainingData,
): number {
  return lossAt(law, n, tokens / penalty, (uniqueTokens ?? tokens) / penalty);
}

/** Half the widest interval, log loss: one that says nothing, of a law that says nothing there, still has ends. Chosen. */
const mostLogWidth = Math.log(1e6);

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
  const factor = Math.exp(Math.min(normal90 * logLossSd({ ...spread, outside: distance }), mostLogWidth));
  return {
    nats: { p10: p50 / factor, p50, p90: p50 * factor },
    inDomain: notes.length === 0,
    notes: [...lawNotes(law), ...notes, ...uniformNotes(law, p50), ...departureNotes(question)],
  };
}
