import { dollarsOf } from "../../cost/index.ts";
import { tokensOf } from "../../estimate/estimate-resolved.ts";
import { budgetSeconds, deviceHours, secondsPerStep, wholeSteps } from "../../estimate/run.ts";
import { batchPenalty, medianLoss, stepsForLoss } from "../../loss/index.ts";
import type { Family, Figures, LayerTerms } from "./family.ts";
import type { FamilySeed } from "./seed.ts";

/** The figures of a whole run, as `estimate` gives them; written again and again. */
export interface RunFigures {
  /** Why there are none; null when there are. */
  code: string | null;
  steps: number;
  tokens: number;
  /** Median seconds of the run. */
  runSeconds: number;
  /** null: the price is unknown. */
  usd: number | null;
  /** Median loss, nats/token. */
  nats: number;
}

/** Figures to be written to. */
export function noRunFigures(): RunFigures {
  return { code: null, steps: 0, tokens: 0, runSeconds: 0, usd: null, nats: 0 };
}

/** How long runs go on: for a budget, to a loss (within the budget if there is one), or for the seed's tokens. */
export interface RunRule {
  readonly budgetSeconds: number | null;
  readonly targetNats: number | null;
}

/**
 * The rule of a seed's runs.
 *
 * @throws UserError `price_unknown` for a budget in dollars without a price
 */
export function runRule({ resolved }: FamilySeed, targetNats: number | null = null): RunRule {
  return { budgetSeconds: resolved.budget === null ? null : budgetSeconds(resolved), targetNats };
}

/** A point: its terms, its accumulation and the figures that were written for it. */
export interface RunPoint {
  readonly terms: LayerTerms;
  readonly accumulation: number;
  readonly figures: Figures;
}

/**
 * Writes the run of a point: steps, tokens, time, price and loss.
 * Codes: that of the figures; `budget_too_small` for less than one step, or a target that a budget does not reach;
 * `loss-below-floor` for a target that no tokens reach.
 */
export function runFigures(
  family: Family,
  { terms, accumulation, figures }: RunPoint,
  rule: RunRule,
  out: RunFigures,
): void {
  const { resolved } = family.seed;
  const { law } = terms;
  const { training, hardware, parallel } = resolved;
  const stepTokens = training.microBatchSequences * parallel.data * accumulation * training.contextLength;
  const penalty = batchPenalty(stepTokens, training.criticalBatchTokens);
  const { uniqueTokens } = training;
  const perStep = secondsPerStep(resolved, figures.stepSeconds);
  out.code = figures.code;
  if (out.code !== null) return;
  const affordable =
    rule.budgetSeconds === null ? Number.POSITIVE_INFINITY : wholeSteps(rule.budgetSeconds, perStep);
  let steps = affordable;
  if (rule.targetNats !== null) {
    const run = { law, parameters: terms.lawParameters, stepTokens, uniqueTokens, penalty };
    const needed = stepsForLoss(run, rule.targetNats);
    if (needed === null) {
      out.code = "loss-below-floor";
      return;
    }
    steps = needed;
  } else if (rule.budgetSeconds === null) {
    steps = Math.ceil(tokensOf(resolved, figures.parametersTotal).tokens / stepTokens);
  }
  if (affordable < 1 || steps > affordable) {
    out.code = "budget_too_small";
    return;
  }
  out.steps = steps;
  out.tokens = steps * stepTokens;
  out.runSeconds = figures.stepSeconds * (steps / (1 - training.overheadShare));
  out.usd = dollarsOf(deviceHours(hardware.count, out.runSeconds), hardware.usdPerDeviceHour);
  out.nats = medianLoss(law, terms.lawParameters, { tokens: out.tokens, uniqueTokens, penalty });
}
