import { expect, test } from "vitest";
import { UserError } from "../errors/issue.ts";
import { resolveBatch } from "./resolve-batch.ts";

const batch = (globalBatchSequences: number, microBatchSequences: number, accumulation: number) => ({
  globalBatchSequences,
  microBatchSequences,
  accumulation,
});

test.each([
  [
    "two given, the third follows: accumulation",
    { globalBatchSequences: 512, microBatchSequences: 16 },
    batch(512, 16, 4),
  ],
  ["two given, the third follows: micro", { globalBatchSequences: 512, accumulation: 2 }, batch(512, 32, 2)],
  ["two given, the third follows: global", { microBatchSequences: 3, accumulation: 5 }, batch(120, 3, 5)],
  [
    "three that agree",
    { globalBatchSequences: 512, microBatchSequences: 16, accumulation: 4 },
    batch(512, 16, 4),
  ],
  ["global alone takes the largest power of two ≤ 8", { globalBatchSequences: 480 }, batch(480, 4, 15)],
  ["micro alone accumulates once", { microBatchSequences: 5 }, batch(40, 5, 1)],
  ["accumulation alone takes micro 8", { accumulation: 4 }, batch(256, 8, 4)],
  ["nothing given", {}, batch(64, 8, 1)],
])("resolveBatch on 8 ranks: %s", (_, input, expected) => {
  expect(resolveBatch(input, 8).batch).toEqual(expected);
});

test("resolveBatch lists what it decided", () => {
  expect(resolveBatch({ globalBatchSequences: 64 }, 8).assumed).toEqual([
    { path: "training.microBatchSequences", value: 8 },
    { path: "training.accumulation", value: 1 },
  ]);
});

test.each([
  [{ globalBatchSequences: 100 }, "batch_not_divisible", "nearest: 96, 104"],
  [{ globalBatchSequences: 512, microBatchSequences: 24 }, "batch_not_divisible", "nearest: 384, 576"],
  [{ globalBatchSequences: 512, accumulation: 24 }, "batch_not_divisible", "nearest: 384, 576"],
  [{ globalBatchSequences: 4 }, "batch_not_divisible", "nearest: 8"],
  [
    { globalBatchSequences: 512, microBatchSequences: 16, accumulation: 2 },
    "batch_inconsistent",
    "globalBatchSequences 256, or leave one of the three out",
  ],
])("resolveBatch(%j) on 8 ranks is an error with the nearest fix", (input, code, hint) => {
  const run = () => resolveBatch(input, 8);
  expect(run).toThrow(UserError);
  try {
    run();
  } catch (error) {
    expect((error as UserError).issues).toMatchObject([{ code, hint }]);
  }
});
