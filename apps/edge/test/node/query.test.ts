import { engineVersion, type Issue, parseScenario, UserError } from "@wallclock/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarios } from "../../../../packages/core/test/support/scenarios.ts";
import { Refusal } from "../../src/http/refusal.ts";
import { canonicalOf, isTrue, queryOf, readQuery, scenarioOf } from "../../src/query.ts";

const read = (query: string) => scenarioOf(readQuery(`https://x/v1/estimate?${query}`));
const issuesOf = (query: string): readonly Issue[] => {
  try {
    read(query);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
};
const codesOf = (query: string): string[] => issuesOf(query).map(({ code }) => code);

test("a scenario survives its query", () => {
  fc.assert(
    fc.property(scenarios, (given) => {
      const scenario = parseScenario(JSON.parse(JSON.stringify(given)));
      expect(canonicalOf(read(queryOf(scenario)!))).toBe(canonicalOf(scenario));
    }),
    { numRuns: 200 },
  );
});

test("equal scenarios have one canonical form, whatever their order and way of writing numbers", () => {
  const one = read("model=gpt2-124m&hardware=h100&training.tokens=10B&parallel.sharding=zero1");
  const other = read("parallel.sharding=zero1&training.tokens=1e10&hardware=h100&model=gpt2-124m");
  expect(canonicalOf(one)).toBe(canonicalOf(other));
});

test.each([
  ["training.tokens=abc", "for example 10B, 2.5e9"],
  ["model.layers=many", "for example 8, 4k"],
  ["training.overheadShare=1", "nearest: 0.01, which is 1 %"],
  ["budget.seconds=-1", "nearest: 1"],
  ["parallel.sharding=fsdp", "nearest: zero3"],
])("%s is refused with a hint of what a query may say", (parameter, hint) => {
  const found = issuesOf(`model=gpt2-124m&hardware=h100&${parameter}`);
  expect(found.map((each) => each.hint)).toEqual([hint]);
});

test.each([
  ["model=gpt2-124m&model=gpt2-124m&hardware=h100", "given_twice"],
  ["model=gpt2-124m&hardware=h100&__proto__=1", "unknown_key"],
  ["model=gpt2-124m&hardware=h100&constructor.prototype.x=1", "unknown_key"],
  ["model=gpt2-124m&hardware=h100&engine=99.0.0", "other_engine"],
  ["model=gpt2-124m&hardware=h100&training.toknes=1", "unknown_key"],
  [Array.from({ length: 201 }, (_, index) => `k${index}=1`).join("&"), "too_many_parameters"],
])("%s is refused as %s", (query, code) => {
  expect(codesOf(query)).toContain(code);
});

test("an engine that is this one is no part of the scenario", () => {
  const query = readQuery(`https://x/v1/estimate?model=gpt2-124m&hardware=h100&engine=${engineVersion}`);
  expect(Object.keys(query.leaves)).toEqual(["model", "hardware"]);
});

test("a query longer than 8 kB is refused before it is read", () => {
  expect(() => readQuery(`https://x/v1/estimate?model=${"x".repeat(8192)}`)).toThrow(Refusal);
});

test("an option that is neither true nor false is refused, one that is not given is false", () => {
  const said = (query: string) =>
    isTrue(readQuery(`https://x/v1/hardware?${query}`, ["clusters"]), "clusters");
  expect([said(""), said("clusters=false"), said("clusters=true")]).toEqual([false, false, true]);
  for (const query of ["clusters=yes", "clusters=1", "clusters="])
    expect(() => said(query)).toThrow(/^clusters must be true or false$/);
});

test("a scenario with a calibration has no query", () => {
  const scenario = { model: "gpt2-124m", hardware: "h100", calibration: {} };
  expect(queryOf(scenario as never)).toBeNull();
});
