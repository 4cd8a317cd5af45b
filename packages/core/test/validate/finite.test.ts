import { expect, test } from "vitest";
import { parseRun, serialize, validateRuns } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

const run = (stepSeconds: number) => {
  const scenario = { model: "gpt2-124m", hardware: "a100-sxm-80gb" };
  return { run: parseRun({ scenario, measured: { pass: "train-step", stepSeconds } }) };
};

test("a measured time so short that its error is no number is told of, and the others are judged", () => {
  const reply = validateRuns([run(1e-320), run(0.1)], machineFor);
  expect(reply.runs).toHaveLength(1);
  expect(reply.unpredicted[0]?.issues[0]?.code).toBe("out_of_range");
  expect(() => serialize(reply)).not.toThrow();
});
