import { expect, test } from "vitest";
import { parseRun, validateRuns } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

test("an issue of a run's scenario has its place in the run, whichever rule it breaks", () => {
  const model = { layers: 2, width: 768, heads: 10, vocab: 50257 };
  const scenario = { model, hardware: "h100" };
  const run = parseRun({ scenario, measured: { pass: "train-step", stepSeconds: 1 } });
  const { unpredicted } = validateRuns([{ run }], machineFor);
  expect(unpredicted).toMatchObject([
    { issues: [{ code: "heads_not_divisor", path: "scenario.model.heads" }] },
  ]);
});
