import { criticalBatchTokens, defaultLawId } from "../loss/index.ts";
import type { Assumption } from "../spec/resolved.ts";
import type { PlanRequest } from "./request.ts";

/** A request with what practice adds, and what that was. */
export interface PracticalRequest {
  readonly request: PlanRequest;
  readonly assumed: readonly Assumption[];
}

/** The loss at which the critical batch is taken, nats: about that of a day on a few devices. */
const usualNats = 3;

/**
 * A request of a person who said nothing of shapes and batches: where no law is named, the default law with what shapes
 * are worth, as without it the widest two layers win by speed alone; where no critical batch is named, that of Kaplan
 * et al. 2020 at 3 nats to two digits, as without it the largest batch is free. Both are told as assumed. A request that names
 * them, or names null, is left as it is.
 *
 * @example
 * practicalRequest(parsePlanRequest({ hardware: "h100", budget: { seconds: 3600 } })).request.lossLaw
 * // => "besiroglu-2024+shape"
 */
export function practicalRequest(request: PlanRequest): PracticalRequest {
  const assumed: Assumption[] = [];
  let practical = request;
  if (request.lossLaw === undefined) {
    const lossLaw = `${defaultLawId}+shape`;
    practical = { ...practical, lossLaw };
    assumed.push({ path: "lossLaw", value: lossLaw });
  }
  if (request.training?.criticalBatchTokens === undefined) {
    const tokens = Number(criticalBatchTokens(usualNats).toPrecision(2));
    practical = { ...practical, training: { ...practical.training, criticalBatchTokens: tokens } };
    assumed.push({ path: "training.criticalBatchTokens", value: tokens });
  }
  return { request: practical, assumed };
}
