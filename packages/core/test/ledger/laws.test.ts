import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildLedger, type Ledger } from "../../src/ledger/build.ts";
import type { Op, Phase } from "../../src/ledger/op.ts";
import type { Workload } from "../../src/ledger/workload.ts";
import { countParameters } from "../../src/parameters/count.ts";
import type { Model } from "../../src/spec/model.ts";
import { elementBytes } from "../../src/spec/precision.ts";
import { ledgerCases } from "./scenarios.ts";

const phases = ["forward", "backward", "optimizer", "recompute", "collective"] as const;
const runs = { numRuns: 300, seed: 7 };

function ledgerOf(model: Model, workload: Workload): Ledger {
  return buildLedger(model, workload, countParameters(model).total);
}

function sum(ops: readonly Op[], phase: Phase, field: "flop" | "copies" | "launches"): number {
  return ops.filter((op) => op.phase === phase).reduce((total, op) => total + op[field], 0);
}

describe("of any ledger", () => {
  test("rows sum to their phase, phases to the totals, bytes are copies times the element", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const { ops, byPhase, totals } = ledgerOf(model, workload);
        for (const field of ["flop", "copies", "launches"] as const) {
          for (const phase of phases) expect(byPhase[phase][field]).toBe(sum(ops, phase, field));
          expect(totals[field]).toBe(phases.reduce((all, phase) => all + byPhase[phase][field], 0));
        }
        for (const phase of phases) {
          const size = phase === "optimizer" ? 4 : elementBytes(workload.precision);
          expect(byPhase[phase].bytes).toBe(size * byPhase[phase].copies);
        }
        expect(totals.bytes).toBe(phases.reduce((all, phase) => all + byPhase[phase].bytes, 0));
      }),
      runs,
    );
  });

  test("nothing is negative or infinite, no row does nothing, and no two have the same name in a phase", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const { ops } = ledgerOf(model, workload);
        expect(new Set(ops.map(({ phase, name }) => `${phase} ${name}`)).size).toBe(ops.length);
        for (const { name, count, flop, copies, launches } of ops) {
          for (const value of [count, flop, copies, launches]) {
            expect(Number.isFinite(value) && value >= 0, name).toBe(true);
          }
          expect(count > 0 && copies > 0, name).toBe(true);
        }
      }),
      runs,
    );
  });

  test("one device has no collectives, and without recompute and optimizer no rows of either", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const plain = ledgerOf(model, { ...workload, recompute: "none", optimizer: "none" });
        const others = plain.ops.filter(({ phase }) => phase !== "forward" && phase !== "backward");
        expect(others).toEqual([]);
        const again = ledgerOf(model, workload);
        expect(again.byPhase.forward).toEqual(plain.byPhase.forward);
        expect(again.byPhase.backward).toEqual(plain.byPhase.backward);
        expect(again.byPhase.collective).toEqual({ flop: 0, copies: 0, bytes: 0, launches: 0 });
      }),
      runs,
    );
  });

  test("full recompute repeats the layers' forward, selective no more than full", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const layers = ledgerOf(model, { ...workload, recompute: "full" });
        const forward = layers.ops.filter((op) => op.phase === "forward" && op.scope === "layer");
        const repeated = layers.ops.filter((op) => op.phase === "recompute");
        expect(repeated.map((op) => ({ ...op, phase: "forward" }))).toEqual(forward);
        const core = ledgerOf(model, { ...workload, recompute: "selective" }).byPhase.recompute;
        expect(core.flop).toBeLessThan(layers.byPhase.recompute.flop);
        expect(core.copies).toBeLessThan(layers.byPhase.recompute.copies);
      }),
      runs,
    );
  });

  test("batch scales activations and nothing else: counts are affine in it, with no negative constant", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        fc.pre(model.moe === null);
        const at = (batch: number) => ledgerOf(model, { ...workload, batch }).byPhase;
        const [one, two, three] = [at(1), at(2), at(3)];
        for (const phase of ["forward", "backward", "recompute"] as const) {
          for (const field of ["flop", "copies"] as const) {
            expect(three[phase][field] - two[phase][field]).toBe(two[phase][field] - one[phase][field]);
            expect(2 * one[phase][field]).toBeGreaterThanOrEqual(two[phase][field]);
          }
          expect(two[phase].launches).toBe(one[phase].launches);
        }
        expect(two.optimizer).toEqual(one.optimizer);
      }),
      runs,
    );
  });

  test("fused never copies or launches more than unfused once a context is longer than a head", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const contextLength = 24 + workload.contextLength;
        const at = (variant: Workload["variant"]) =>
          ledgerOf(model, { ...workload, contextLength, variant }).byPhase;
        const [unfused, fused] = [at("unfused"), at("fused")];
        for (const phase of phases) {
          expect(fused[phase].copies).toBeLessThanOrEqual(unfused[phase].copies);
          expect(fused[phase].launches).toBeLessThanOrEqual(unfused[phase].launches);
        }
      }),
      runs,
    );
  });

  test("grouping keys and values, a shorter window and fewer logits never cost more", () => {
    fc.assert(
      fc.property(ledgerCases, ({ model, workload }) => {
        const { totals } = ledgerOf(model, workload);
        const cheaper: Model[] = [
          { ...model, logitShare: model.logitShare / 2 },
          ...(model.mla === null ? [{ ...model, kvHeads: 1 }] : []),
          ...(model.attentionWindow === null || !model.causal
            ? []
            : [{ ...model, attentionWindow: { ...model.attentionWindow, window: 1 } }]),
        ];
        for (const other of cheaper) {
          const { flop, copies } = buildLedger(other, workload, countParameters(model).total).totals;
          expect(flop).toBeLessThanOrEqual(totals.flop);
          expect(copies).toBeLessThanOrEqual(totals.copies);
        }
      }),
      runs,
    );
  });
});
