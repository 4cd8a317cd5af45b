import type { Ledger } from "../ledger/build.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type TimeConstants, timeConstants } from "./constants.ts";
import { countedOf } from "./counted.ts";
import type { Bound, TimePart } from "./part.ts";
import { noPartSeconds, type PartName, partNames, partSeconds } from "./parts.ts";
import type { Pass } from "./pass.ts";
import { ratesOf } from "./rates.ts";
import { stepPieces, termsOf } from "./terms.ts";

/** The time of one optimizer step (or of the passes alone) and what it is made of; parts sum to seconds. */
export interface StepTime {
  readonly seconds: number;
  readonly parts: readonly TimePart[];
}

/** What limits each part. */
const bounds: Readonly<Record<PartName, Bound>> = {
  matmul: "compute",
  attention: "compute",
  "memory-traffic": "memory",
  "kernel-launch": "launch",
  host: "launch",
  "tensor-parallel": "network",
  "context-parallel": "network",
  "expert-parallel": "network",
  "pipeline-transfer": "network",
  "pipeline-bubble": "bubble",
  "data-parallel": "network",
  optimizer: "memory",
  "optimizer-matmul": "compute",
  "optimizer-launch": "launch",
  stragglers: "network",
  "step-start": "launch",
};

/** Where the parts of a step are written before they are named: making room for them anew takes as long as filling it. */
const written = noPartSeconds();

/**
 * Predicted time of an optimizer step, in seconds.
 *
 * Formula: ((m + (p − 1) / v) (micro-step + its collectives) + exposed data-parallel time + optimizer) · stragglers + start,
 * with m micro-batches, p stages, v chunks a stage (M4–M12 of docs/method.md).
 * Differs from a roofline: compute and memory time of an operation add up instead of overlapping.
 * Source: (M4)–(M12) of docs/method.md; its constants are fitted, see `timeConstants`.
 *
 * @param pass what is timed; the forward pass alone pays no start of a step
 * @throws RangeError for a precision the device lacks; `resolve` refuses it before
 * @example
 * stepTime(resolved, ledger).seconds // => 0.035567
 */
export function stepTime(
  resolved: Resolved,
  ledger: Ledger,
  pass: Pass = "train-step",
  constants: TimeConstants = timeConstants,
): StepTime {
  const counted = countedOf(resolved, ledger);
  const speeds = { rates: ratesOf(resolved, constants), constants };
  const terms = termsOf(stepPieces(counted, pass, speeds));
  const layout = { resolved, constants, pass };
  const seconds = partSeconds(terms, layout, resolved.training.accumulation, written);
  const parts: TimePart[] = [];
  partNames.forEach((name, i) => {
    const part = written[i] ?? 0;
    if (part > 0) parts.push({ name, seconds: part, bound: bounds[name] });
  });
  return { seconds, parts };
}
