import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/errors/issue.ts";
import { convertLoss, lossUnits } from "../../src/loss/index.ts";

test("units by hand: one nat is 1.4427 bits and a perplexity of e; 4 bytes a token", () => {
  expect(convertLoss(1, "nats/token", "bits/token")).toBeCloseTo(Math.LOG2E, 12);
  expect(convertLoss(1, "nats/token", "perplexity")).toBeCloseTo(Math.E, 12);
  expect(convertLoss(8, "bits/token", "bits/byte", 4)).toBe(2);
  expect(convertLoss(2, "bits/byte", "perplexity", 4)).toBeCloseTo(256, 9);
});

test("there and back is the same loss, for every pair of units", () => {
  const unit = fc.constantFrom(...lossUnits);
  const value = fc.double({ min: 1, max: 20, noNaN: true });
  fc.assert(
    fc.property(unit, unit, value, fc.double({ min: 0.5, max: 10, noNaN: true }), (from, to, loss, bytes) => {
      const back = convertLoss(convertLoss(loss, from, to, bytes), to, from, bytes);
      expect(back / loss).toBeCloseTo(1, 9);
    }),
  );
});

test("bits per byte without bytes a token are refused, in both directions; with the same unit nothing is needed", () => {
  for (const bytes of [undefined, null, 0, -1, Number.NaN]) {
    expect(() => convertLoss(3, "nats/token", "bits/byte", bytes)).toThrow(UserError);
    expect(() => convertLoss(1, "bits/byte", "nats/token", bytes)).toThrow(/bytesPerToken/);
  }
  expect(convertLoss(1, "bits/byte", "bits/byte")).toBe(1);
});

test("what is no loss is refused", () => {
  expect(() => convertLoss(-1, "nats/token", "bits/token")).toThrow(UserError);
  expect(() => convertLoss(0.5, "perplexity", "bits/token")).toThrow(UserError);
  expect(() => convertLoss(Number.NaN, "nats/token", "bits/token")).toThrow(UserError);
});
