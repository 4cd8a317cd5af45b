import { describe, expect, test } from "vitest";
import { fastEvaluators } from "../../src/plan/fast/index.ts";
import { type PlanRequest, parsePlanRequest } from "../../src/plan/index.ts";
import { startSearch } from "../../src/plan/search/search.ts";
import type { PlanState } from "../../src/plan/search/state.ts";
import { spaceOf } from "../../src/plan/space/space.ts";
import { calibrations } from "../report/calibrations.ts";
import { machineFor } from "../support/machine.ts";
import { slowEvaluators } from "./slow-evaluators.ts";

const space = {
  layers: [2, 8, 24, 90],
  width: [512, 2048, 8192],
  headDim: [128],
  globalBatchSequences: [256, 1024],
  microBatchSequences: [2, 8],
  parallel: "auto" as const,
};
const base = {
  hardware: "8x a100-sxm-80gb",
  budget: { seconds: 1e6 },
  space,
  training: { contextLength: 1024 },
};
const experts = { experts: 8, active: 2, ffn: 1024 };

const kinds: readonly (readonly [string, object])[] = [
  ["a mixture of experts", { model: { moe: experts } }],
  ["mixtures on some layers", { model: { moe: { ...experts, denseLayers: 1, every: 2 } } }],
  ["windows on some layers", { model: { attentionWindow: { window: 256, every: 2 } } }],
  [
    "learned positions, tied, with biases",
    { model: { positions: "learned", tiedEmbeddings: true, bias: true } },
  ],
  [
    "grouped heads with a gate",
    { space: { ...space, kvRatio: [1, 4], ffnKind: ["swiglu", "relu2"], ffnRatio: [8 / 3] } },
  ],
  [
    "interleaved and sequence-parallel layouts",
    {
      space: {
        ...space,
        parallel: [
          { pipeline: 2, interleave: 2 },
          { tensor: 4, sequenceParallel: true },
          { context: 2 },
          { pipeline: 4 },
        ],
      },
    },
  ],
  ["a precision that the device lacks", { training: { precision: "fp8" } }],
  [
    "hand-written kernels and Muon",
    { software: { kernels: "unfused", attention: "materialized" }, training: { optimizer: "muon" } },
  ],
  ["a fixed number of tokens", { budget: null, objective: "usd", training: { tokens: 1e9 } }],
  ...Object.entries(calibrations)
    .filter(([, calibration]) => !("issues" in calibration))
    .map(([form, calibration]) => [`a calibration of form ${form}`, { calibration }] as const),
];

function stateOf(request: PlanRequest, slow: boolean): PlanState {
  const read = spaceOf(request, machineFor);
  const search = startSearch(read, { evaluators: slow ? slowEvaluators(read) : fastEvaluators(read) });
  search.advance(Number.POSITIVE_INFINITY);
  return search.state();
}

describe("compiled families and the stages of estimate find the same", () => {
  test.each(kinds)("%s", (_, change) => {
    const request = parsePlanRequest({ ...base, ...change });
    const [fast, slow] = [stateOf(request, false), stateOf(request, true)];
    expect(fast.rejected).toEqual(slow.rejected);
    expect(fast.contenders.length).toBe(slow.contenders.length);
    for (const [i, { value }] of fast.contenders.entries())
      expect(value / slow.contenders[i]!.value).toBeCloseTo(1, 11);
    // A line in counts knows nothing of layouts: their times are equal but for the rounding of a sum, which only the slow way has.
    if (request.calibration == null || request.calibration.form === "full")
      expect(fast.front.index.toSorted()).toEqual(slow.front.index.toSorted());
    else expect(slow.front.index).toEqual(expect.arrayContaining(fast.front.index));
    expect(fast.pairs.map(({ value }) => value.toPrecision(10))).toEqual(
      slow.pairs.map(({ value }) => value.toPrecision(10)),
    );
  });
});
