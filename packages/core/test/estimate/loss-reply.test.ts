import { expect, test } from "vitest";
import { estimate, lossReply, parseScenario } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

const scenario = parseScenario({
  model: "gpt2-124m",
  hardware: "8x a100-sxm-80gb",
  training: { tokens: 1e10 },
});
const machine = machineFor(scenario.hardware);

test("the reply is the estimate's own part with its curve; a target and a best size only where they were asked for", () => {
  const reply = lossReply(scenario, machine, null);
  expect(reply).toMatchObject(estimate(scenario, machine).loss);
  expect(Object.keys(reply)).toEqual(["nats", "law", "inDomain", "curve"]);
  const { training: _, ...rest } = scenario;
  const asked = lossReply({ ...rest, budget: { seconds: 86400 } }, machine, 3.2);
  expect(asked.target?.nats).toBe(3.2);
  expect(asked.bestShape?.parameters).toBeGreaterThan(0);
});
