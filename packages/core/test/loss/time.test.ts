import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bestSize,
  lossAt,
  lossAtSeconds,
  secondsForLoss,
  sizeExponent,
  sizeGrowth,
} from "../../src/loss/index.ts";
import { leastOnLog } from "../../src/numeric/minimum.ts";
import { chinchillaOf } from "./shipped.ts";

const besiroglu = chinchillaOf("besiroglu-2024");
const muennighoff = chinchillaOf("muennighoff-2023");
const day = 86_400;

test("loss after a time is the law at seconds × tokens per second, over the penalty of the batch", () => {
  const run = { law: besiroglu, parameters: 1e8, tokensPerSecond: 1e5 };
  expect(lossAtSeconds(run, day)).toBe(lossAt(besiroglu, 1e8, 8.64e9));
  expect(lossAtSeconds({ ...run, penalty: 2 }, day)).toBe(lossAt(besiroglu, 1e8, 4.32e9));
  const repeated = { ...run, law: muennighoff, uniqueTokens: 1e9 };
  expect(lossAtSeconds(repeated, day)).toBe(lossAt(muennighoff, 1e8, 8.64e9, 1e9));
  expect(() => lossAtSeconds(run, 0)).toThrow(/seconds \(0\) must be a positive number/);
});

test("secondsForLoss inverts lossAtSeconds", () => {
  const exponent = fc.double({ min: 1, max: 7, noNaN: true });
  const law = fc.constantFrom(besiroglu, muennighoff);
  fc.assert(
    fc.property(law, exponent, fc.double({ min: 1, max: 3, noNaN: true }), (each, e, penalty) => {
      const run = { law: each, parameters: 3e8, tokensPerSecond: 5e4, uniqueTokens: 5e9, penalty };
      const nats = lossAtSeconds(run, 10 ** e);
      const { seconds } = secondsForLoss(run, nats);
      expect(seconds === null ? null : lossAtSeconds(run, seconds)).toBeCloseTo(nats, 9);
    }),
  );
});

test("a loss below the floor is never reached, and the note names the floor", () => {
  const run = { law: besiroglu, parameters: 1e8, tokensPerSecond: 1e5 };
  const { seconds, notes } = secondsForLoss(run, 1.5);
  expect(seconds).toBeNull();
  // 1.81686 + 482.00572 / (1e8)^0.34781 = 2.6125
  expect(notes[0]?.message).toContain((1.81686 + 482.00572 / 1e8 ** 0.34781).toFixed(4));
});

test("best size with speed ∝ 1/N is the compute-optimal one, N = G (C / 6)^(beta / (alpha + beta))", () => {
  const flopRate = 1e14;
  const question = {
    law: besiroglu,
    tokensPerSecond: (n: number) => flopRate / (6 * n),
    range: { min: 1e6, max: 1e12 },
  };
  const { A, B, alpha, beta } = besiroglu.coefficients;
  const sum = alpha.value + beta.value;
  const g = ((alpha.value * A.value) / (beta.value * B.value)) ** (1 / sum);
  const n = g * ((flopRate * day) / 6) ** (beta.value / sum);
  const best = bestSize(question, day);
  expect(best.parameters / n).toBeCloseTo(1, 6);
  expect(best.atEdge).toBe(false);
  expect(best.tokens).toBeCloseTo((flopRate * day) / 6 / best.parameters, -2);
  const growth = sizeGrowth(question, { min: 300, max: day });
  expect(growth.exponent).toBeCloseTo(0.5126, 4);
  expect(growth.standardError).toBeLessThan(1e-5);
});

test("the exponent with speed ∝ N^-g is beta / (alpha + g beta)", () => {
  for (const g of [0.3, 0.75, 1.2]) {
    const question = {
      law: besiroglu,
      tokensPerSecond: (n: number) => 1e12 * n ** -g,
      range: { min: 1, max: 1e20 },
    };
    const { exponent } = sizeGrowth(question, { min: 300, max: day });
    expect(exponent).toBeCloseTo(sizeExponent(besiroglu, g) ?? 0, 5);
  }
});

test("a speed that falls ever faster with N lowers the exponent by d ln g / d ln N", () => {
  // ln speed = 30 - 0.2 x - 0.02 x^2, x = ln N: g = 0.2 + 0.04 x, d ln g / d ln N = 0.04 / g
  const question = {
    law: besiroglu,
    tokensPerSecond: (n: number) => Math.exp(30 - 0.2 * Math.log(n) - 0.02 * Math.log(n) ** 2),
    range: { min: 1e3, max: 1e14 },
  };
  const { exponent } = sizeGrowth(question, { min: day, max: day * 1.01 }, 3);
  const g = 0.2 + 0.04 * Math.log(bestSize(question, day).parameters);
  expect(exponent).toBeCloseTo(sizeExponent(besiroglu, g, 0.04 / g) ?? 0, 3);
  expect(exponent).toBeLessThan(sizeExponent(besiroglu, g) ?? 0);
});

test("a family whose best size is its largest says so, and gives no exponent", () => {
  const question = { law: besiroglu, tokensPerSecond: () => 1e5, range: { min: 1e7, max: 1e9 } };
  expect(bestSize(question, day)).toMatchObject({ parameters: 1e9, atEdge: true });
  expect(() => sizeGrowth(question, { min: 300, max: day })).toThrow(/end of the range/);
});

test("sizes that do not run are passed over; a family none of which runs is an error", () => {
  const fits = { law: besiroglu, range: { min: 1e6, max: 1e12 } };
  const best = bestSize({ ...fits, tokensPerSecond: (n) => (n > 2e8 ? 0 : 1e13 / n) }, day);
  expect(best.parameters).toBeLessThanOrEqual(2e8);
  expect(best.parameters).toBeGreaterThan(1.5e8);
  expect(() => bestSize({ ...fits, tokensPerSecond: () => Number.NaN }, day)).toThrow(/no size/);
});

test("leastOnLog finds the deeper of two valleys, and an end", () => {
  const valleys = (x: number) => {
    const l = Math.log10(x);
    return Math.min((l - 2) ** 2 + 0.1, (l - 7) ** 2);
  };
  expect(leastOnLog(valleys, { min: 1, max: 1e10 }).x / 1e7).toBeCloseTo(1, 6);
  expect(leastOnLog((x) => x, { min: 3, max: 9 })).toEqual({ x: 3, y: 3, atEdge: true });
});
