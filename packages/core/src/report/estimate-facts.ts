import type { Estimate } from "../estimate/types.ts";
import {
  formatBytes,
  formatBytesOf,
  formatInterval,
  formatSeconds,
  formatUsd,
  formatWithin,
} from "./format.ts";
import type { Fact } from "./strip.ts";

/**
 * The four answers of an estimate: time, loss, cost, fit, with their 80 % intervals or what they rest on.
 *
 * @example
 * factsOf(reply).map(({ label, value }) => `${label} ${value}`) // => ["TIME 1h 20m", "LOSS 3.012 nats", "COST $42.76", "FITS yes"]
 */
export function factsOf(estimate: Estimate): Fact[] {
  return [timeFact(estimate), lossFact(estimate), costFact(estimate), fitFact(estimate)];
}

function timeFact({ run }: Estimate): Fact {
  const range = formatInterval(run.seconds, formatSeconds);
  return { label: "TIME", value: formatSeconds(run.seconds.p50), detail: range };
}

/** The loss with its interval; no number where the law says more than guessing would: no run ends there. */
export function lossFact(estimate: Estimate): Fact {
  const { loss } = estimate;
  if (isBeyondLaw(estimate)) {
    return { label: "LOSS", value: "beyond any law", detail: "too few tokens", role: "warn" };
  }
  const { value, range } = formatWithin(loss.nats);
  return { label: "LOSS", value: `${value} nats`, detail: range, role: loss.inDomain ? "accent" : "warn" };
}

/**
 * Whether the law gives a loss above that of guessing.
 *
 * @example
 * isBeyondLaw(reply) // => false
 */
export function isBeyondLaw({ notes }: Estimate): boolean {
  return notes.some((note) => note.code === "loss-above-uniform");
}

function costFact({ cost, run }: Estimate): Fact {
  if (cost.usd === null) return { label: "COST", value: "unknown", detail: "no price is known", role: "dim" };
  const hourly = run.deviceHours > 0 ? cost.usd / run.deviceHours : 0;
  return { label: "COST", value: formatUsd(cost.usd), detail: `${formatUsd(hourly)}/device-hour` };
}

/** Whether the run fits, and by how much. */
export function fitFact({ memory: { bytesPerDevice, capacityBytes, fits } }: Estimate): Fact {
  const needed = formatBytes(bytesPerDevice);
  if (capacityBytes === null || fits === null) {
    return { label: "FITS", value: "unknown", detail: `needs ${needed}`, role: "dim" };
  }
  const detail = formatBytesOf(bytesPerDevice, capacityBytes);
  return fits
    ? { label: "FITS", value: "yes", detail, role: "good" }
    : { label: "FITS", value: "no", detail, role: "bad" };
}
