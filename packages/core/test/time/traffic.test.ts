import { describe, expect, test } from "vitest";
import { resolveModel } from "../../src/spec/resolve-model.ts";
import { blockTraffic } from "../../src/time/block-traffic.ts";
import { kernelClassTraffic } from "../../src/time/kernel-class.ts";
import { small, work } from "./scenario.ts";

const plain = resolveModel(small).model;
const llama = resolveModel({
  ...small,
  kvHeads: 2,
  norm: "rmsnorm",
  positions: "rope",
  ffnKind: "swiglu",
}).model;

describe("what a block adds to its kernel class:", () => {
  test("nothing to LayerNorm, GELU and learned positions", () => {
    for (const kernels of ["library", "megatron", "compiled"] as const) {
      for (const pass of ["forward", "backward"] as const) {
        expect(blockTraffic(kernels, plain, pass)).toEqual({ width: 0, query: 0, ffn: 0, kernels: 0 });
      }
    }
  });

  test("nothing to hand-written modules, which are counted whole", () => {
    expect(blockTraffic("unfused", llama, "backward")).toEqual({ width: 0, query: 0, ffn: 0, kernels: 0 });
  });

  test("eager: ten passes over queries and over a quarter as many keys, a gate, two RMSNorms", () => {
    expect(blockTraffic("library", llama, "forward")).toEqual({
      width: 32,
      query: 12.5,
      ffn: 3,
      kernels: 10 + 1 + 10,
    });
    expect(blockTraffic("library", llama, "backward")).toEqual({
      width: 40,
      query: 12.5,
      ffn: 6,
      kernels: 20 + 2 + 10,
    });
  });

  test.each(["megatron", "compiled"] as const)(
    "%s: two passes, one and two over the gate, no kernel",
    (kernels) => {
      expect(blockTraffic(kernels, llama, "forward")).toEqual({ width: 0, query: 2.5, ffn: 1, kernels: 0 });
      expect(blockTraffic(kernels, llama, "backward")).toEqual({ width: 0, query: 2.5, ffn: 2, kernels: 0 });
    },
  );

  test("each key head costs a query head's share: 1 + kvHeads / heads", () => {
    const query = (kvHeads: number) =>
      blockTraffic("compiled", { ...llama, kvHeads, ffnKind: "gelu" }, "forward").query;
    expect([8, 4, 1].map(query)).toEqual([4, 3, 2.25]);
  });
});

/** Rows as width, query, scores, ffn, kernels, logits. */
const rows = {
  unfused: {
    materialized: [
      [20, 26, 6, 8, 58, 8],
      [61, 38, 8, 18, 123, 12],
    ],
    flash: [
      [20, 26, 0, 8, 58, 8],
      [61, 38, 0, 18, 123, 12],
    ],
  },
  library: {
    materialized: [
      [14.5, 8, 8.3, 2, 40, 5],
      [28, 11, 7.3, 4, 80, 5],
    ],
    flash: [
      [10, 4, 0, 2, 18, 5],
      [18, 6, 0, 3, 34, 5],
    ],
  },
  megatron: {
    materialized: [
      [10.5, 4, 4.5, 2, 20, 6],
      [18.5, 6, 5.5, 4, 36, 6],
    ],
    flash: [
      [10, 0, 0, 2, 13, 6],
      [13, 3, 0, 3, 26, 6],
    ],
  },
  compiled: {
    materialized: [
      [8, 0, 3, 2, 13, 2],
      [12, 0, 4, 3, 26, 2],
    ],
    flash: [
      [8, 0, 0, 2, 13, 2],
      [12, 0, 0, 3, 26, 2],
    ],
  },
} as const;
const columns = ["width", "query", "scores", "ffn", "kernels", "logits"] as const;

describe("the row of a kernel class, as docs/method.md has it:", () => {
  for (const kernels of ["unfused", "library", "megatron", "compiled"] as const) {
    for (const attention of ["materialized", "flash"] as const) {
      test(`${kernels}, ${attention}`, () => {
        const { forward, backward } = kernelClassTraffic({ kernels, attention }, false, plain);
        const row = [forward, backward].map((traffic) => columns.map((column) => traffic[column]));
        expect(row).toEqual(rows[kernels][attention]);
      });
    }
  }

  test("autocast casts in 30 and 60 kernels of hand-written modules, in none of others", () => {
    const kernels = (stack: "unfused" | "library") => {
      const { forward, backward } = kernelClassTraffic({ kernels: stack, attention: "flash" }, true, plain);
      return [forward.kernels, backward.kernels];
    };
    expect(kernels("unfused")).toEqual([88, 183]);
    expect(kernels("library")).toEqual([18, 34]);
  });
});

const training = { contextLength: 512, microBatchSequences: 4, precision: "bf16" } as const;
const tokens = 4 * 512;

describe("bytes of one device:", () => {
  test("operands of a layer's matmuls and of flash attention, by hand", () => {
    // 4 operands of full width; q, k, v, attention's output (4 d) and the feed-forward twice (8 d); 12 d² weights
    const dense = 3 * 2 * (4 * tokens * 1024 + 12 * tokens * 1024 + 12 * 1024 ** 2);
    const flash = 2 * tokens * 1024 * (2 + 5 + 2 + 4);
    const { operandBytes } = work({ training, software: { kernels: "compiled", attention: "flash" } });
    expect(operandBytes).toBe(2 * (dense + flash));
  });

  test.each([
    ["compiled", 18 / 12],
    ["library", 18 / 12],
    ["unfused", 18 / 12],
    ["megatron", 14 / 12],
  ] as const)(
    "fp8 operands of dense matmuls cause %s stacks %f of the traffic of 16 bit, and nothing else more",
    (kernels, ratio) => {
      const of = (precision: "bf16" | "fp8") =>
        work({ hardware: "h100-sxm-80gb", training: { ...training, precision }, software: { kernels } });
      // Attention stays at 16 bit: Q, O and K, V forward (2 + 2 widths), with their gradients backward (5 + 4).
      const attention = plain.layers * tokens * (7 * plain.width + 6 * plain.width) * 2;
      const dense = of("bf16").operandBytes - attention;
      expect((of("fp8").operandBytes - attention) / dense).toBeCloseTo(ratio, 12);
      expect(of("fp8").elementwiseBytes).toBe(of("bf16").elementwiseBytes);
      expect(of("fp8").logitBytes).toBe(of("bf16").logitBytes);
    },
  );

  test.each([
    ["compiled", "flash", "bf16", 4 * 2],
    ["compiled", "materialized", "bf16", 4 * 2],
    ["compiled", "flash", "tf32", 4 * 4],
    ["library", "materialized", "fp16", 10 * 3],
    ["library", "materialized", "fp32", 10 * 4],
    ["library", "flash", "bf16", 10 * 4],
    ["megatron", "flash", "bf16", 12 * 4],
    ["megatron", "materialized", "bf16", 12 * 4],
    ["unfused", "materialized", "bf16", 20 * 4],
  ] as const)("the logits of %s, %s, %s move %i bytes each", (kernels, attention, precision, bytes) => {
    const { logitBytes } = work({ training: { ...training, precision }, software: { kernels, attention } });
    expect(logitBytes).toBe(bytes * tokens * 1000);
  });

  test("recomputing repeats the layers' forward, not the head", () => {
    const of = (recompute: "none" | "selective" | "full") =>
      work({ training: { ...training, recompute }, software: { kernels: "compiled", attention: "flash" } });
    expect(of("full").layerKernels - of("none").layerKernels).toBe(2 * 13);
    expect(of("selective").layerKernels - of("none").layerKernels).toBe(13);
    expect(of("full").denseFlop / of("none").denseFlop).toBeCloseTo(4 / 3, 12);
    expect(of("full").logitBytes).toBe(of("none").logitBytes);
    expect(of("full").headFlop).toBe(of("none").headFlop);
  });
});
