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
    explain: explainDifference(estimates),
  };
}

function ratioOf(values: readonly Leaf[]): number | null {
  const first = values[0];
  const last = values.at(-1);
  return typeof first === "number" && typeof last === "number" && first !== 0 ? last / first : null;
}

/**
 * In words: how much longer the last takes per token than the first, which part of the time makes the most of it, and
 * whether the intervals tell the runs apart.
 */
export function explainDifference(
  estimates: readonly Estimate[],
  [a, b]: readonly [first: string, last: string] = ["the first", "the last"],
): string {
  const [first, last] = [estimates[0], estimates.at(-1)];
  if (first === undefined || last === undefined || estimates.length < 2)
    return "There is one estimate: nothing to compare.";
  if (figures.every(([, read]) => read(first) === read(last))) return "No difference.";
  const speed = last.step.tokensPerSecond / first.step.tokensPerSecond;
  const [more, same] = [timesText(speed), timesText(1 / speed)];
  if (more === "1" || same === "1") return capital(`${b} takes as long per token as ${a}.`);
  const times = speed > 1 ? `is ${more} × as fast per token as` : `takes ${same} × as long per token as`;
  const part = largestChange(first, last);
  const why = part === "" ? "" : `, mostly by ${part.replaceAll("-", " ")}`;
  const overlap =
    first.run.seconds.p10 <= last.run.seconds.p90 && last.run.seconds.p10 <= first.run.seconds.p90;
  const doubt = overlap
    ? " Their run times' 80 % intervals overlap: the difference is within the model's error."
    : "";
  return capital(`${b} ${times} ${a}${why}.${doubt}`);
}

/** The part whose time per token differs most. */
function largestChange(first: Estimate, last: Estimate): string {
  const perToken = (estimate: Estimate, name: string): number =>
    (estimate.step.parts.find((part) => part.name === name)?.seconds ?? 0) /
    (estimate.step.tokensPerSecond * estimate.step.seconds.p50);
  const names = [...new Set([...first.step.parts, ...last.step.parts].map((part) => part.name))];
  const changes = names.map((name) => ({ name, change: perToken(last, name) - perToken(first, name) }));
  const [largest] = changes.sort((x, y) => Math.abs(y.change) - Math.abs(x.change));
  return largest === undefined || largest.change === 0 ? "" : largest.name;
}

/** `7.5`: three digits, without zeros at the end. */
function timesText(ratio: number): string {
  return String(Number(ratio.toPrecision(3)));
}

/** The start of a sentence; a name keeps its letters. */
function capital(text: string): string {
  return text.replace(/^the /, "The ");
}
