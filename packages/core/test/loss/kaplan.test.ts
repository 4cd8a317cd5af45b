import { expect, test } from "vitest";
import { lossAt, lossFloor, predictLoss, tokensForLoss } from "../../src/loss/index.ts";
import { surfaceOf } from "./shipped.ts";

const kaplan = surfaceOf("kaplan-2020");

test("Kaplan's surface is ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD, by hand", () => {
  const inner = (6.4e13 / 1e9) ** (0.076 / 0.103) + 1.8e13 / 1e10;
  expect(lossAt(kaplan, 1e9, 1e10)).toBeCloseTo(inner ** 0.103, 12);
  expect(lossFloor(kaplan, 1e9)).toBeCloseTo((6.4e13 / 1e9) ** 0.076, 9);
});

test("tokensForLoss inverts it and is null below its floor", () => {
  const nats = lossAt(kaplan, 1e9, 1e10);
  expect((tokensForLoss(kaplan, 1e9, nats) ?? 0) / 1e10).toBeCloseTo(1, 9);
  expect(tokensForLoss(kaplan, 1e9, lossFloor(kaplan, 1e9) - 1e-6)).toBeNull();
});

test("predictLoss reads it with parameters without embeddings and warns that its figures are from memory", () => {
  const { nats, notes } = predictLoss({
    law: kaplan,
    parameters: { total: 2e8, active: 2e8, nonEmbedding: 1e8 },
    isMoe: false,
    tokens: 1e9,
    globalBatchTokens: 5e5,
    criticalBatchTokens: null,
    uniqueTokens: 5e8,
  });
  expect(nats.p50).toBe(lossAt(kaplan, 1e8, 1e9));
  expect(notes[0]).toMatchObject({ code: "law-from-memory", severity: "warning", path: "lossLaw" });
  expect(notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["repetition-unmodelled", "loss-interval-assumed"]),
  );
});

test("what a law warns of, a unit that is not nats a token, is a note of every loss it gives", () => {
  const question = {
    parameters: { total: 2e8, active: 2e8, nonEmbedding: 1e8 },
    isMoe: false,
    tokens: 1e9,
    globalBatchTokens: 5e5,
    criticalBatchTokens: null,
    uniqueTokens: null,
  };
  const warning = "fitted to bits/byte";
  const warned = predictLoss({ ...question, law: { ...kaplan, id: "mine", warning } });
  expect(warned.notes).toContainEqual({
    code: "law-warning",
    severity: "warning",
    message: "mine: fitted to bits/byte",
    path: "lossLaw",
  });
  const { warning: _, ...silent } = kaplan;
  expect(predictLoss({ ...question, law: silent }).notes.map(({ code }) => code)).not.toContain(
    "law-warning",
  );
});
