import { expect, test } from "vitest";
import { estimateMemory } from "../../src/memory/index.ts";
import { candidateStages, microBatchesInFlight } from "../../src/memory/stage.ts";
import { parameterPieces, stageParameters } from "../../src/memory/stage-parameters.ts";
import { stateBytes } from "../../src/memory/states.ts";
import { countParameters } from "../../src/parameters/count.ts";
import type { ModelInput } from "../../src/spec/model.ts";
import { type Case, scenario } from "./scenario.ts";

/** 7.5 billion parameters, ZeRO's example. */
const model: ModelInput = { layers: 36, width: 4096, heads: 32, vocab: 30_000, tiedEmbeddings: true };
const perParameter = (c: Omit<Case, "model">, isMatrix = true) => {
  const { weights, gradients, optimizer, castCache } = stateBytes(scenario({ model, ...c }), isMatrix);
  return [weights, gradients, optimizer, castCache];
};
function states(c: Case): number {
  const resolved = scenario(c);
  const { parts } = estimateMemory(resolved, countParameters(resolved.model));
  return parts
    .filter(({ name }) => ["weights", "gradients", "optimizer"].includes(name))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

test("ZeRO-DP on 64 ranks: 16, 4 + 12/64, 2 + 14/64 and 16/64 bytes a parameter (Rajbhandari et al. 2020, figure 1)", () => {
  const { total } = countParameters(scenario({ model }).model);
  const per = (sharding: "none" | "zero1" | "zero2" | "zero3") =>
    states({ model, parallel: { data: 64, sharding } }) / total;
  expect(per("none")).toBeCloseTo(16, 9);
  expect(per("zero1") * 7.5).toBeCloseTo(31.4, 1);
  expect(per("zero2") * 7.5).toBeCloseTo(16.6, 1);
  expect(per("zero3") * 7.5).toBeCloseTo(1.9, 1);
});

test("Megatron holds 18 bytes a parameter, 6 + 12/d with its distributed optimizer", () => {
  const { total } = countParameters(scenario({ model }).model);
  const software = { kernels: "megatron" } as const;
  expect(states({ model, software }) / total).toBeCloseTo(18, 9);
  expect(states({ model, software, parallel: { data: 8, sharding: "zero1" } }) / total).toBeCloseTo(
    6 + 12 / 8,
    9,
  );
});

test("context ranks share the optimizer state with data ranks", () => {
  const shared = (data: number, context: number) =>
    states({ model, parallel: { data, context, sharding: "zero3" } });
  expect(shared(2, 4)).toBeCloseTo(shared(8, 1), 0);
});

test("bytes of weights, gradients, optimizer and cast cache by number format", () => {
  expect(perParameter({})).toEqual([2, 2, 12, 0]);
  expect(perParameter({ training: { mixedPrecision: "autocast" } })).toEqual([4, 4, 8, 2]);
  expect(perParameter({ training: { mixedPrecision: "autocast" } }, false)).toEqual([4, 4, 8, 0]);
  expect(perParameter({ training: { mixedPrecision: "pure" } })).toEqual([2, 2, 4, 0]);
  expect(perParameter({ training: { precision: "fp32", mixedPrecision: "pure" } })).toEqual([4, 4, 8, 0]);
  expect(perParameter({ training: { precision: "fp8" } })).toEqual([2, 2, 12, 0]);
});

test("bytes of optimizer state by optimizer, fp32", () => {
  const state = (optimizer: "adamw" | "lamb" | "sgd" | "muon" | "adafactor" | "none", isMatrix = true) =>
    perParameter({ training: { precision: "fp32", mixedPrecision: "pure", optimizer } }, isMatrix)[2];
  expect(state("adamw")).toBe(8);
  expect(state("lamb")).toBe(8);
  expect(state("sgd")).toBe(4);
  expect([state("muon"), state("muon", false)]).toEqual([4, 8]);
  expect(state("adafactor")).toBe(0);
  expect(state("none")).toBe(0);
  expect(perParameter({ training: { optimizer: "none" } })).toEqual([2, 2, 0, 0]);
});

test("one device holds every parameter once", () => {
  const inputs: ModelInput[] = [
    model,
    { ...model, tiedEmbeddings: false, bias: { head: true }, extraParameters: { gates: 77 } },
    { ...model, moe: { experts: 8, active: 2, ffn: 1024, shared: 1, sharedFfn: 2048, denseLayers: 1 } },
    { ...model, positions: "learned", maxPositions: 512, logitShare: 0 },
  ];
  for (const input of inputs) {
    const resolved = scenario({ model: input });
    const counts = countParameters(resolved.model);
    const pieces = parameterPieces(resolved.model, counts);
    const { matrices, other, experts } = stageParameters(resolved, pieces, candidateStages(resolved)[0]!);
    expect(matrices + other + experts).toBeCloseTo(counts.total, 3);
  }
});

test("a tied embedding is on the first and on the last stage, an untied head only on the last", () => {
  const held = (tiedEmbeddings: boolean) => {
    const resolved = scenario({ model: { ...model, tiedEmbeddings }, parallel: { pipeline: 4 } });
    const counts = countParameters(resolved.model);
    const pieces = parameterPieces(resolved.model, counts);
    return candidateStages(resolved).map((stage) => {
      const { matrices, other } = stageParameters(resolved, pieces, stage);
      return Math.round((matrices + other - counts.nonEmbedding / 4) / (30_000 * 4096));
    });
  };
  expect(held(true)).toEqual([1, 0, 1]);
  expect(held(false)).toEqual([1, 0, 1]);
});

test("expert parallelism divides experts only, tensor parallelism pads the vocabulary", () => {
  const input: ModelInput = { ...model, vocab: 30_001, moe: { experts: 8, active: 2, ffn: 1024 } };
  const one = scenario({ model: input, parallel: { data: 8 } });
  const spread = scenario({ model: input, parallel: { data: 8, expert: 8, tensor: 2 } });
  const counts = countParameters(one.model);
  const pieces = parameterPieces(one.model, counts);
  const [a, b] = [one, spread].map((resolved) =>
    stageParameters(resolved, pieces, candidateStages(resolved)[0]!),
  );
  expect(b?.experts).toBe((a?.experts ?? 0) / 16);
  expect((b?.other ?? 0) - (counts.groups.norms ?? 0)).toBe(15_001 * 4096);
});

test("micro-batches in flight are min(m, p - i) under 1F1B and p + (p - 1)/v on an interleaved first stage", () => {
  const at = (stage: number, chunks: number, microBatches = 64) =>
    microBatchesInFlight(stage, { pipeline: 8, interleave: chunks }, microBatches);
  expect([at(0, 1), at(7, 1), at(0, 1, 3)]).toEqual([8, 1, 3]);
  expect(at(0, 3)).toBeCloseTo(8 + 7 / 3, 12);
  expect(at(0, 3, 8)).toBe(8);
  expect(microBatchesInFlight(0, { pipeline: 1, interleave: 4 }, 16)).toBe(1);
});
