import { describe, expect, test } from "vitest";
import {
  bestShape,
  countParameters,
  estimate,
  laws,
  lossTarget,
  parseScenario,
  type Scenario,
  secondsToLoss,
  shapeFamily,
  sizesForLoss,
} from "../../src/index.ts";
import { resolve } from "../../src/spec/resolve.ts";
import { machineFor } from "../support/machine.ts";

const scenario = (changes: object = {}): Scenario =>
  parseScenario({
    model: "gpt2-124m",
    hardware: "rtx-4090",
    training: { microBatchSequences: 4 },
    budget: { seconds: 86_400 },
    ...changes,
  });
const own = scenario();
const machine = machineFor(own.hardware);
const grouped = scenario({
  model: "llama-3.1-8b",
  hardware: "8x h100-sxm-80gb",
  parallel: { sharding: "zero3" },
});

/** What runs and fits, by the estimate alone. */
function fitting(of: Scenario) {
  const device = machineFor(of.hardware);
  return shapeFamily(of, device).flatMap((each) => {
    try {
      const reply = estimate(each, device);
      return reply.memory.fits === false ? [] : [{ each, reply }];
    } catch {
      return [];
    }
  });
}

describe("a family of one shape", () => {
  test.each([["gpt2", own] as const, ["llama, grouped queries", grouped] as const])(
    "%s: ratios kept, the own model among them, parameters rising",
    (_name, of) => {
      const device = machineFor(of.hardware);
      const family = shapeFamily(of, device);
      expect(family).toContain(of);
      expect(family.length).toBeGreaterThan(10);
      const base = resolve(of, device).model;
      const models = family.map((each) => resolve(each, device).model);
      for (const model of models) {
        const by = model.heads / base.heads;
        expect(model.headDim).toBe(base.headDim);
        expect(model.heads / model.kvHeads).toBe(base.heads / base.kvHeads);
        expect(model.width / base.width).toBeCloseTo(by, 12);
        expect(Math.abs(model.layers - by * base.layers)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(model.ffn - by * base.ffn)).toBeLessThanOrEqual(32);
      }
      const sizes = models.map((model) => countParameters(model).total);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    },
  );

  test("latent attention has no rule to scale by: itself alone, and no best size", () => {
    const latent = scenario({ model: "deepseek-v3", hardware: "8x h100-sxm-80gb" });
    expect(shapeFamily(latent, machineFor(latent.hardware))).toEqual([latent]);
    expect(bestShape(latent, machineFor(latent.hardware))).toBeNull();
  });
});

describe("the best size for a budget", () => {
  test("no size of the family that fits ends lower, and the estimate of that size says the same", () => {
    const best = bestShape(own, machine)!;
    const all = fitting(own).map(({ reply }) => reply.loss.nats.p50);
    expect(best.nats).toBe(Math.min(...all));
    expect(best.isLower).toBe(true);
    expect(best.parameters).toBeGreaterThan(124e6);
    const model = fitting(own).find(({ reply }) => reply.parameters.total === best.parameters)!;
    expect(bestShape(model.each, machine)).toMatchObject({ parameters: best.parameters, isLower: false });
    expect([best.seconds, best.tokens]).toEqual([model.reply.run.seconds.p50, model.reply.run.tokens]);
  });

  test("a shorter time has a smaller best size; without a budget there is none", () => {
    const [short, long] = [600, 86_400].map(
      (seconds) => bestShape(scenario({ budget: { seconds } }), machine)!,
    );
    expect(short!.parameters).toBeLessThan(long!.parameters);
    expect(bestShape(scenario({ budget: null, training: { tokens: 1e9 } }), machine)).toBeNull();
  });
});

describe("a loss to reach", () => {
  test("above the floor: when and after how many tokens; below it: the floor, and which sizes do", () => {
    const { floorNats } = lossTarget(own, machine, 3);
    const over = lossTarget(own, machine, floorNats + 0.01);
    expect(over.reached?.nats).toBeLessThanOrEqual(floorNats + 0.01);
    expect(over.sizes).toBeNull();
    const { reached, inDomain, sizes } = lossTarget(own, machine, floorNats - 0.01);
    expect([reached, inDomain]).toEqual([null, null]);
    const reaching = fitting(own).flatMap(({ each, reply }) => {
      const point = secondsToLoss(each, machine, floorNats - 0.01);
      return point === null ? [] : [{ size: reply.parameters.total, seconds: point.seconds }];
    });
    expect(sizes?.smallest.parameters).toBe(Math.min(...reaching.map(({ size }) => size)));
    expect(sizes?.quickest.seconds).toBe(Math.min(...reaching.map(({ seconds }) => seconds)));
    expect(sizes?.smallest.parameters).toBeGreaterThan(estimate(own, machine).parameters.total);
  });

  test("below what any size reaches: none", () => {
    expect(sizesForLoss(own, machine, 1.8)).toBeNull();
    expect(lossTarget(own, machine, 1e-300).sizes).toBeNull();
  });

  test("the floor is that of the model's shape, under a law that knows shapes", () => {
    const flat = { layers: 2, width: 2048, heads: 16, vocab: 50257 };
    const of = scenario({ model: flat, lossLaw: "besiroglu-2024+shape" });
    const { floorNats } = lossTarget(of, machine, 3);
    expect(lossTarget(of, machine, floorNats * 1.001).reached).not.toBeNull();
    expect(lossTarget(of, machine, floorNats * 0.999).reached).toBeNull();
  });

  test("in domain where the run to it is", () => {
    expect(lossTarget(own, machine, 3.2).inDomain).toBe(true);
    expect(lossTarget(own, machine, 6).inDomain).toBe(false);
  });

  test.each(laws.filter(({ kind }) => kind === "surface").map(({ id }) => id))("by %s", (lossLaw) => {
    const of = scenario({ lossLaw });
    const { nats } = estimate(of, machine).loss;
    const { reached, floorNats } = lossTarget(of, machine, nats.p50 * (1 + 1e-9));
    expect(floorNats).toBeLessThan(nats.p50);
    expect(reached!.seconds / 86_400).toBeCloseTo(1, 3);
    expect([reached!.p10 < reached!.nats, reached!.nats < reached!.p90]).toEqual([true, true]);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 10.9, 1e300])("%d is no target", (nats) => {
    expect(() => lossTarget(own, machine, nats)).toThrow(/^target \(/);
  });
});
