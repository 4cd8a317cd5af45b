import { microBatchLedger } from "../../src/ledger/micro-batch.ts";
import { resolve } from "../../src/spec/resolve.ts";
import type { Resolved } from "../../src/spec/resolved.ts";
import type { Scenario } from "../../src/spec/scenario.ts";
import { type Communication, communicationOf } from "../../src/time/communication.ts";
import { type TimeConstants, timeConstants } from "../../src/time/constants.ts";
import { countedOf } from "../../src/time/counted.ts";
import { geometryOf } from "../../src/time/geometry.ts";
import type { Pass } from "../../src/time/pass.ts";
import { type StepTime, stepTime } from "../../src/time/step.ts";
import { type DeviceWork, workOf } from "../../src/time/work.ts";
import { machineFor } from "../support/machine.ts";

/** Two layers of 12 × 1024² weights, a tied embedding of 1,000 tokens; nothing added to its kernel class. */
export const small = {
  layers: 2,
  width: 1024,
  heads: 8,
  vocab: 1000,
  tiedEmbeddings: true,
  bias: false,
  norm: "layernorm",
  positions: "learned",
} as const;
export const smallWeights = 2 * 12 * 1024 ** 2 + 1000 * 1024;

export function resolved(scenario: Partial<Scenario>): Resolved {
  const full: Scenario = { model: small, hardware: "a100-sxm-80gb", ...scenario };
  return resolve(full, machineFor(full.hardware));
}

const ledgerOf = (scenario: Resolved) => microBatchLedger(scenario);

export function work(scenario: Partial<Scenario>, pass: Pass = "train-step"): DeviceWork {
  const r = resolved(scenario);
  return workOf(countedOf(r, ledgerOf(r)), pass);
}

export function step(scenario: Partial<Scenario>, pass: Pass = "train-step"): StepTime {
  const r = resolved(scenario);
  return stepTime(r, ledgerOf(r), pass);
}

export function wires(
  scenario: Partial<Scenario>,
  constants: Partial<TimeConstants> = {},
  pass: Pass = "train-step",
): Communication {
  const r = resolved(scenario);
  return communicationOf(r, geometryOf(r), { ...timeConstants, ...constants }, pass);
}
