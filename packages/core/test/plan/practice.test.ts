import { expect, test } from "vitest";
import { criticalBatchTokens, parsePlanRequest, practicalRequest } from "../../src/index.ts";

const base = { hardware: "h100", budget: { seconds: 3600 } } as const;

test("a request that says nothing of shapes and batches gets what practice adds, and says so", () => {
  const { request, assumed } = practicalRequest(parsePlanRequest(base));
  expect(request).toEqual({
    ...base,
    lossLaw: "besiroglu-2024+shape",
    training: { criticalBatchTokens: 1.1e6 },
  });
  expect(assumed).toEqual([
    { path: "lossLaw", value: "besiroglu-2024+shape" },
    { path: "training.criticalBatchTokens", value: 1.1e6 },
  ]);
});

test("a request that names a law and a critical batch, or none, keeps them", () => {
  const said = { ...base, lossLaw: "hoffmann-2022", training: { criticalBatchTokens: null } };
  const parsed = parsePlanRequest(said);
  expect(practicalRequest(parsed)).toEqual({ request: parsed, assumed: [] });
});

test("the critical batch at 3 nats by hand: 2.1e8 / 3^4.7619 tokens", () => {
  expect(criticalBatchTokens(3)).toBeCloseTo(2.1e8 / Math.exp(Math.log(3) / 0.21), 3);
  expect(criticalBatchTokens(3)).toBeCloseTo(1_122_570, -1);
});
