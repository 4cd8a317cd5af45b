import { parseScenario, scenarioLeaves } from "@wallclock/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlain } from "./plain.ts";

const paths = scenarioLeaves().map(({ path }) => path);
const words = scenarioLeaves().flatMap(({ values }) => values ?? []);

const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    "",
    "gpt2-124m",
    "8x h100",
    0,
    1,
    0.5,
    1.5,
    -1,
    1e300,
    Number.POSITIVE_INFINITY,
    {},
  ),
  fc.constantFrom(...words),
  fc.integer({ min: 1, max: 5000 }),
);

/** A scenario with fields set at random, most of them of the right kind. */
const scenario = fc
  .tuple(
    fc.constantFrom("gpt2-124m", "x"),
    fc.array(fc.tuple(fc.constantFrom(...paths, "training.x", "x"), value), { maxLength: 3 }),
  )
  .map(([model, fields]) => {
    const input: Record<string, Record<string, unknown> | unknown> = { model, hardware: "h100" };
    for (const [path, each] of fields) {
      const [part = "", ...rest] = path.split(".");
      const holder = input[part];
      if (rest.length === 0) input[part] = each;
      else input[part] = { ...(typeof holder === "object" ? holder : {}), [rest.join(".")]: each };
    }
    return input;
  });

test("a plain scenario is what parseScenario makes of it", () => {
  let plain = 0;
  fc.assert(
    fc.property(scenario, (input) => {
      if (!isPlain(input)) return;
      plain += 1;
      expect(parseScenario(input)).toEqual(input);
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test.each([
  ["a preset and a machine", { model: "gpt2-124m", hardware: "8x h100" }, true],
  [
    "scalars of the training",
    { model: "gpt2-124m", hardware: "h100", training: { tokens: 1e10, precision: "fp8" } },
    true,
  ],
  ["a model in full", { model: { layers: 1 }, hardware: "h100" }, false],
  ["an unknown field", { model: "gpt2-124m", hardware: "h100", trainig: {} }, false],
  ["__proto__", JSON.parse('{"__proto__": {}, "model": "gpt2-124m", "hardware": "h100"}'), false],
  ["a budget", { model: "gpt2-124m", hardware: "h100", budget: "24h" }, false],
])("%s: isPlain is %j", (_title, input, expected) => {
  expect(isPlain(input)).toBe(expected);
});
