import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate as estimateWrittenOut, type WrittenOutScenario } from "../../src/estimate/written-out.ts";
import { estimate, expandModel, type Scenario, serialize } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";
import { scenarios } from "../support/scenarios.ts";

const isWrittenOut = (scenario: Scenario): scenario is WrittenOutScenario =>
  typeof scenario.model === "object" && !("hf" in scenario.model);

test("the entry for models written out gives the bytes of the main entry", () => {
  fc.assert(
    fc.property(scenarios.filter(isWrittenOut), (scenario) => {
      const machine = machineFor(scenario.hardware);
      expect(serialize(estimateWrittenOut(scenario, machine))).toBe(serialize(estimate(scenario, machine)));
    }),
    { numRuns: 200 },
  );
});

test("a preset by its fields has the figures of the preset by its name", () => {
  const named: Scenario = { model: "llama-3.1-8b", hardware: "8x h100", training: { tokens: 1e9 } };
  const machine = machineFor(named.hardware);
  const { assumed: _, ...figures } = estimateWrittenOut(
    { ...named, model: expandModel(named.model).model },
    machine,
  );
  const { assumed: __, ...expected } = estimate(named, machine);
  expect(figures).toEqual(expected);
});

test.each([["gpt2-124m"], [{ hf: { model_type: "gpt2" } }]])(
  "%j is refused, and where it works is said",
  (model) => {
    const scenario = { model, hardware: "h100" } as unknown as WrittenOutScenario;
    expect(() => estimateWrittenOut(scenario, machineFor("h100"))).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            code: "model_not_written_out",
            path: "model",
            hint: expect.stringContaining("@wallclock/core"),
          }),
        ],
      }),
    );
  },
);
