import { describe, expect, test } from "vitest";
import { buildLedger } from "../../src/ledger/build.ts";
import type { Op, OpKind } from "../../src/ledger/op.ts";
import { gpt2, llamaLike, workloadOf } from "./fixtures.ts";
import example from "./ledger-example.json" with { type: "json" };

const phaseNames = { fwd: "forward", bwd: "backward", opt: "optimizer" } as const;
const matmulKinds: readonly OpKind[] = ["dense-matmul", "score-matmul", "flash-attention", "head-matmul"];

function sum(ops: readonly Op[], field: "flop" | "copies"): number {
  return ops.reduce((total, op) => total + op[field], 0);
}

const cases = [
  { name: "GPT-2 124M", model: gpt2, batch: 8, contextLength: 1024, fixture: example.gpt2_124m },
  { name: "a TinyLlama", model: llamaLike, batch: 4, contextLength: 2048, fixture: example.llama_like },
];

describe.each(cases)("of $name", ({ model, batch, contextLength, fixture }) => {
  describe.each(["unfused", "fused"] as const)("%s,", (variant) => {
    const workload = workloadOf({ batch, contextLength, variant });
    const { ops, byPhase, totals } = buildLedger(model, workload, fixture.params.total);
    const { totals: expected, closed } = fixture[variant];

    test.each(["fwd", "bwd", "opt"] as const)("%s is the fixture's to the integer", (key) => {
      const rows = ops.filter((op) => op.phase === phaseNames[key]);
      const matmuls = rows.filter((op) => matmulKinds.includes(op.kind));
      const { flop, copies } = byPhase[phaseNames[key]];
      expect({
        flops: flop,
        copies,
        mm_flops: sum(matmuls, "flop"),
        mm_copies: sum(matmuls, "copies"),
      }).toEqual(expected[key]);
    });

    test("a layer and what is outside are the closed forms to the integer", () => {
      for (const key of ["fwd", "bwd", "opt"] as const) {
        const rows = ops.filter((op) => op.phase === phaseNames[key]);
        const layer = sum(
          rows.filter((op) => op.scope === "layer"),
          "copies",
        );
        const outside = sum(
          rows.filter((op) => op.scope === "outside"),
          "copies",
        );
        expect({ layer: layer / model.layers, outside }).toEqual({
          layer: closed[key].layer,
          outside: closed[key].outside,
        });
      }
    });

    test("the step is the sum of its phases", () => {
      expect(totals.flop).toBe(expected.step.flops);
      expect(totals.copies).toBe(expected.step.copies);
    });
  });
});
