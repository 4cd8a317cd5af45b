import { microBatchLedger } from "../../src/ledger/micro-batch.ts";
import { countParameters } from "../../src/parameters/index.ts";
import { resolve } from "../../src/spec/resolve.ts";
import type { Scenario } from "../../src/spec/scenario.ts";
import { type MachineFactors, machineConstants, nominalFactors } from "../../src/time/machine-factors.ts";
import type { Pass } from "../../src/time/pass.ts";
import { stepTime } from "../../src/time/step.ts";
import type { MeasuredRun } from "../../src/validate/measured-run.ts";
import { machineFor } from "../support/machine.ts";

/** A machine that is the model with known factors: what it takes for a step. */
export function secondsOn(
  factors: Partial<MachineFactors>,
  scenario: Scenario,
  pass: Pass = "train-step",
): number {
  const resolved = resolve(scenario, machineFor(scenario.hardware));
  const total = countParameters(resolved.model).total;
  const ledger = microBatchLedger(resolved, total);
  return stepTime(resolved, ledger, pass, machineConstants({ ...nominalFactors, ...factors })).seconds;
}

/** A run measured on it. */
export function measuredOn(
  factors: Partial<MachineFactors>,
  scenario: Scenario,
  pass: Pass = "train-step",
): MeasuredRun {
  return { scenario, measured: { pass, stepSeconds: secondsOn(factors, scenario, pass) } };
}

/** A decoder in full. */
export function decoder(
  width: number,
  layers: number,
  training: Scenario["training"] = {},
  rest: Partial<Scenario> = {},
): Scenario {
  return {
    model: { layers, width, heads: width / 64, vocab: 50257 },
    training: { contextLength: 1024, microBatchSequences: 8, precision: "bf16", ...training },
    hardware: "a100-sxm-80gb",
    ...rest,
  };
}

/** Shapes that are bound by different things: small by the host, wide by matmuls, long by attention, many by links. */
export const sweep: readonly Scenario[] = [
  decoder(256, 24, { microBatchSequences: 1, contextLength: 256 }),
  decoder(512, 8, { microBatchSequences: 2 }),
  decoder(768, 12),
  decoder(768, 12, { microBatchSequences: 32 }),
  decoder(1024, 24, { contextLength: 4096, microBatchSequences: 4 }),
  decoder(2048, 16, { microBatchSequences: 16 }),
  decoder(4096, 8, { microBatchSequences: 8 }),
  decoder(768, 12, {}, { software: { kernels: "library", attention: "materialized" } }),
  decoder(1024, 24, { microBatchSequences: 1 }, { hardware: "8x a100-sxm-80gb" }),
  decoder(2048, 16, { microBatchSequences: 2 }, { hardware: "16x a100-sxm-80gb" }),
  decoder(
    4096,
    8,
    { microBatchSequences: 1 },
    { hardware: "32x a100-sxm-80gb", parallel: { sharding: "zero3" } },
  ),
];
