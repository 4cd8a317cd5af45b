import { engineVersion } from "../version.ts";
import type { Estimate } from "./types.ts";

/** One figure that differs between estimates. */
export interface Difference {
  /** Dotted path in the estimate. */
  readonly path: string;
  readonly values: readonly (number | string | boolean | null)[];
  /** Last over first; null where one is no number or the first is 0. */
  readonly ratio: number | null;
}

/** The reply of `compare`. */
export interface Comparison {
  readonly schema: "wallclock/comparison/1";
  readonly engine: string;
  readonly estimates: readonly Estimate[];
  readonly differences: readonly Difference[];
  readonly explain: string;
}

type Leaf = number | string | boolean | null;

/** The figures compared, in the order a reader asks for them. */
const figures: readonly (readonly [path: string, read: (estimate: Estimate) => Leaf])[] = [
  ["run.seconds.p50", (e) => e.run.seconds.p50],
  ["loss.nats.p50", (e) => e.loss.nats.p50],
  ["cost.usd", (e) => e.cost.usd],
  ["memory.bytesPerDevice", (e) => e.memory.bytesPerDevice],
  ["memory.fits", (e) => e.memory.fits],
  ["step.seconds.p50", (e) => e.step.seconds.p50],
  ["step.tokensPerSecond", (e) => e.step.tokensPerSecond],
  ["step.mfu", (e) => e.step.mfu],
  ["run.steps", (e) => e.run.steps],
  ["run.tokens", (e) => e.run.tokens],
  ["run.deviceHours", (e) => e.run.deviceHours],
  ["parameters.total", (e) => e.parameters.total],
  ["parameters.active", (e) => e.parameters.active],
  ["ledger.flopPerStep", (e) => e.ledger.flopPerStep],
  ["ledger.copiesPerStep", (e) => e.ledger.copiesPerStep],
  ["ledger.launchesPerStep", (e) => e.ledger.launchesPerStep],
  ["loss.law", (e) => e.loss.law],
];

/**
 * Sets estimates side by side: the figures that differ, their ratio, and in words what makes the difference in time.
 *
 * @param estimates two or more
 */
export function compareEstimates(estimates: readonly Estimate[]): Comparison {
  const differences: Difference[] = [];
  for (const [path, read] of figures) {
    const values = estimates.map(read);
    if (values.every((value) => value === values[0])) continue;
    differences.push({ path, values, ratio: ratioOf(values) });
  }
  return {
    schema: "wallclock/comparison/1",
    engine: engineVersion,
    estimates,
    differences,
    explain: explainTime(estimates[0], estimates.at(-1)),
  };
}

function ratioOf(values: readonly Leaf[]): number | null {
  const first = values[0];
  const last = values.at(-1);
  return typeof first === "number" && typeof last === "number" && first !== 0 ? last / first : null;
}

/** Which part of the time per token differs most, and whether the intervals tell the runs apart. */
function explainTime(first: Estimate | undefined, last: Estimate | undefined): string {
  if (first === undefined || last === undefined || first === last)
    return "There is one estimate: nothing to compare.";
  const perToken = (estimate: Estimate, name: string): number =>
    (estimate.step.parts.find((part) => part.name === name)?.seconds ?? 0) /
    (estimate.step.tokensPerSecond * estimate.step.seconds.p50);
  const names = [...new Set([...first.step.parts, ...last.step.parts].map((part) => part.name))];
  const changes = names.map((name) => ({ name, change: perToken(last, name) - perToken(first, name) }));
  const [largest] = changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const speed = last.step.tokensPerSecond / first.step.tokensPerSecond;
  const faster = speed >= 1 ? `${speed.toFixed(2)} × as fast` : `${(1 / speed).toFixed(2)} × slower`;
  const why = largest === undefined || largest.change === 0 ? "" : `, mostly by ${largest.name}`;
  const overlap =
    first.run.seconds.p10 <= last.run.seconds.p90 && last.run.seconds.p10 <= first.run.seconds.p90;
  const doubt = overlap
    ? " Their run times' 80 % intervals overlap: the difference is within the model's error."
    : "";
  return `The last is ${faster} per token${why}.${doubt}`;
}
