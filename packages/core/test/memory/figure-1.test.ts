import { expect, test } from "vitest";
import { estimateMemory } from "../../src/memory/index.ts";
import { countParameters } from "../../src/parameters/count.ts";
import { type Case, scenario } from "./scenario.ts";

/**
 * Figure 1 of Korthikanti et al. 2022 (arXiv 2205.05198), as read by calculon-ai/calculon calculon/llm/validation.py @caa4b11:
 * the authors' own count of states, activations, and activations with sequence parallelism and selective recompute, in GiB.
 * They are counted, not measured (some are more than an A100 has), so they are no rows of validation/memory.csv.
 */
const rows = [
  { name: "22B", shape: [48, 6144, 64], pipeline: [1, 1], batch: [4, 1], gib: [45.5625, 59.25, 9.5625] },
  {
    name: "175B",
    shape: [96, 12_288, 96],
    pipeline: [8, 3],
    batch: [1, 64],
    gib: [45.5625, 66.84375, 12.3515625],
  },
  {
    name: "530B",
    shape: [105, 20_480, 128],
    pipeline: [35, 3],
    batch: [1, 280],
    gib: [31.640625, 114.0234375, 23.076171875],
  },
  {
    name: "1T",
    shape: [128, 25_600, 160],
    pipeline: [64, 1],
    batch: [1, 512],
    gib: [32.958984375, 131.25, 26.5625],
  },
] as const;

function bytesOf(given: Case, names: readonly string[]): number {
  const resolved = scenario(given);
  const { parts } = estimateMemory(resolved, countParameters(resolved.model));
  return parts.filter(({ name }) => names.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0);
}

for (const { name, shape, pipeline, batch, gib } of rows) {
  test(`GPT ${name}: within 12 % of the authors' count`, () => {
    const [layers, width, heads] = shape;
    const given: Case = {
      model: {
        layers,
        width,
        heads,
        vocab: 51_200,
        maxPositions: 2048,
        tiedEmbeddings: true,
        bias: true,
        norm: "layernorm",
        positions: "learned",
      },
      training: {
        microBatchSequences: batch[0],
        accumulation: batch[1],
        contextLength: 2048,
        precision: "fp16",
      },
      software: { kernels: "megatron", attention: "materialized" },
      parallel: { tensor: 8, pipeline: pipeline[0], interleave: pipeline[1] },
    };
    const saved: Case = {
      ...given,
      training: { ...given.training, recompute: "selective" },
      parallel: { ...given.parallel, sequenceParallel: true },
    };
    const [states, plain, selective] = gib.map((value) => value * 2 ** 30);
    const relative = (bytes: number, of = 0): number => Math.abs(bytes / of - 1);
    expect(relative(bytesOf(given, ["weights", "gradients", "optimizer"]), states)).toBeLessThan(0.12);
    expect(relative(bytesOf(given, ["activations"]), plain)).toBeLessThan(0.12);
    expect(relative(bytesOf(saved, ["activations"]), selective)).toBeLessThan(0.12);
  });
}
