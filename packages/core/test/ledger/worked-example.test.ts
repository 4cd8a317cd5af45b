import { describe, expect, test } from "vitest";
import { buildLedger } from "../../src/ledger/build.ts";
import { matmul, matmulBackward } from "../../src/ledger/matmul.ts";
import type { Op } from "../../src/ledger/op.ts";
import { scoresOfHead } from "../../src/ledger/symbols.ts";
import { gpt2, workloadOf } from "./fixtures.ts";

// GPT-2 124M: b 8, s 1024, d 768, h 12, k 64, f 3072, n 12, v 50257, worked by hand
const P = 124_439_808;
const T = 8192;
const d = 768;
const A = 8 * 12 * 1024 ** 2;

function rowOf(variant: "unfused" | "fused", phase: Op["phase"], name: string): Op {
  const { ops } = buildLedger(gpt2, workloadOf({ batch: 8, contextLength: 1024, variant }), P);
  const found = ops.filter((op) => op.phase === phase && op.name === name);
  expect(found).toHaveLength(1);
  return found[0] as Op;
}

describe("matmul", () => {
  test("flop is 2mrp, copies are mr + rp + mp", () => {
    const size = { m: 2, r: 3, p: 5, matrices: 1 };
    expect(matmul(size)).toEqual({ flop: 60, copies: 6 + 15 + 10, launches: 1 });
    expect(matmulBackward(size)).toEqual({ flop: 120, copies: 62, launches: 2 });
  });

  test("shared out over matrices it reads each of them and computes no more", () => {
    const size = { m: 8, r: 3, p: 5, matrices: 4 };
    expect(matmul(size)).toEqual({ flop: 240, copies: 24 + 60 + 40, launches: 1 });
  });
});

describe("scoresOfHead", () => {
  test("is s(s+1)/2 when causal, s^2 when not, and sums min(i, window) in a window", () => {
    expect(scoresOfHead(4, 4, true)).toBe(10);
    expect(scoresOfHead(4, 4, false)).toBe(16);
    expect(scoresOfHead(5, 2, true)).toBe(1 + 2 + 2 + 2 + 2);
    expect(scoresOfHead(5, 2, false)).toBe(10);
    expect(scoresOfHead(5, 9, true)).toBe(15);
  });
});

describe("of GPT-2, a row by hand:", () => {
  test("24 norms read and write Td, their 2d parameters and 2T statistics", () => {
    const { count, copies, flop, launches } = rowOf("unfused", "forward", "norm");
    expect([count, launches]).toEqual([24, 24]);
    expect(copies).toBe(24 * (2 * T * d + 2 * d + 2 * T));
    expect(flop).toBe(24 * 7 * T * d);
  });

  test("the qkv projection is one matmul whose bias is free to launch", () => {
    const row = rowOf("unfused", "forward", "qkv-projection");
    expect(row.flop).toBe(12 * (2 * T * 768 * 2304 + T * 2304));
    expect(row.copies).toBe(12 * (T * 768 + 768 * 2304 + T * 2304 + 2304));
    expect(row.launches).toBe(12);
    const gradient = rowOf("unfused", "backward", "qkv-projection-bias-gradient");
    expect([gradient.flop, gradient.copies]).toEqual([12 * T * 2304, 12 * (T * 2304 + 2304)]);
  });

  test("a materialised score matrix is touched 8 times forward and 11 times backward", () => {
    const names = ["scores", "scale", "mask", "softmax", "weighted-values"];
    const touched = (phase: Op["phase"]): number => {
      const copies = names.reduce((sum, name) => sum + rowOf("unfused", phase, name).copies, 0);
      const others = phase === "forward" ? 4 * T * d + 1024 ** 2 : 8 * T * d + 1024 ** 2;
      return copies / 12 - others;
    };
    expect(touched("forward")).toBe(8 * A);
    expect(touched("backward")).toBe(11 * A);
  });

  test("flash attention keeps 4Ek + 6E and never touches a score in memory", () => {
    const E = (8 * 12 * 1024 * 1025) / 2;
    const forward = rowOf("fused", "forward", "flash-attention");
    expect([forward.flop, forward.copies]).toEqual([
      12 * (4 * E * 64 + 6 * E),
      12 * (4 * T * d + 8 * 12 * 1024),
    ]);
    const backward = rowOf("fused", "backward", "flash-attention");
    const delta = rowOf("fused", "backward", "flash-attention-delta");
    expect(backward.flop).toBe(12 * (10 * E * 64 + 6 * E));
    expect(backward.copies + delta.copies).toBe(12 * (9 * T * d + 3 * 8 * 12 * 1024));
  });

  test("logits are touched 9 times unfused and 6 times fused", () => {
    const touched = (variant: "unfused" | "fused"): number => {
      const names = variant === "unfused" ? ["log-softmax", "negative-log-likelihood"] : ["cross-entropy"];
      let copies = 0;
      for (const phase of ["forward", "backward"] as const) {
        for (const name of ["unembedding", ...names]) copies += rowOf(variant, phase, name).copies;
      }
      return Math.floor(copies / (T * 50257));
    };
    // three more times are read by the two head matmuls of backward and written by the one of forward
    expect(touched("unfused")).toBe(9);
    expect(touched("fused")).toBe(6);
  });

  test("AdamW copies 20 elements a parameter in 8 kernels, 7 in one when fused", () => {
    expect(rowOf("unfused", "optimizer", "adamw-update")).toMatchObject({
      copies: 20 * P,
      flop: 14 * P,
      launches: 8,
    });
    expect(rowOf("fused", "optimizer", "adamw-update")).toMatchObject({
      copies: 7 * P,
      flop: 14 * P,
      launches: 1,
    });
  });
});
