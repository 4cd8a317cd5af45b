import type { Estimate } from "./types.ts";

export type Leaf = number | string | boolean | null;

/** The figures compared, in the order a reader asks for them. */
export const figures: readonly (readonly [path: string, read: (estimate: Estimate) => Leaf])[] = [
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
