import fc from "fast-check";
import { expect, test } from "vitest";
import { serialize } from "../../src/index.ts";
import { isImpossiblePlan, parsePlanRequest, plan, planReply, planSearch } from "../../src/plan/index.ts";
import { machineFor } from "../support/machine.ts";
import { smallRequests } from "./requests.ts";

declare const structuredClone: <T>(value: T) => T;

test("any division of a search, advanced in any steps, gives the same reply", () => {
  fc.assert(
    fc.property(
      smallRequests,
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 500 }),
      (request, parts, points) => {
        const parsed = parsePlanRequest(request);
        const whole = plan(parsed, machineFor);
        const searches = Array.from({ length: parts }, (_, part) =>
          planSearch(parsed, machineFor, { part, parts }),
        );
        const states = searches.map(({ search }) => {
          while (!search.advance(points).done);
          return structuredClone(search.state());
        });
        expect(serialize(planReply(searches[0]!.space, states))).toBe(serialize(whole));
      },
    ),
    { numRuns: 40, seed: 11 },
  );
});

test("a search that is broken off says so and counts what it has seen", () => {
  const request = parsePlanRequest({
    hardware: "8x h100-sxm-80gb",
    budget: { seconds: 86_400 },
    space: {
      layers: { min: 4, max: 32, step: 4 },
      width: { min: 512, max: 4096, step: 512 },
      globalBatchSequences: [512],
    },
  });
  const reply = plan(request, machineFor, { most: 2000 });
  if (isImpossiblePlan(reply)) throw new Error("a part has runs");
  expect(reply.truncated).toBe(true);
  expect(reply.notes.map((note) => note.code)).toContain("truncated");
  expect(reply.explored + reply.rejected.indivisible!).toBeLessThan(5000);
  expect(serialize(plan(request, machineFor, { most: 2000 }))).toBe(serialize(reply));
});

test("one large family is searched in pieces, and its parts add up", () => {
  const request = parsePlanRequest({
    hardware: "8x h100-sxm-80gb",
    budget: { seconds: 86_400 },
    space: {
      layers: { min: 1, max: 8 },
      width: [1024],
      headDim: [64],
      globalBatchSequences: { min: 8, max: 40_000, step: 8 },
      microBatchSequences: [1],
      recompute: ["none"],
      parallel: [{}],
    },
  });
  const { space, search } = planSearch(request, machineFor);
  const first = search.advance(1);
  expect(space.families).toBe(1);
  expect(first.done).toBe(false);
  expect(first.visited).toBeLessThan(space.points / 4);
  const part = planReply(space, [search.state()]);
  if (isImpossiblePlan(part)) throw new Error("a part has runs");
  expect(part.truncated).toBe(true);
  expect(part.explored + part.rejected.indivisible!).toBe(first.visited);
  expect(plan(request, machineFor, { most: 1 })).toEqual(part);
  while (!search.advance(1).done);
  expect(serialize(planReply(space, [search.state()]))).toBe(serialize(plan(request, machineFor)));
});

test.each([
  [
    "combinations",
    { layers: { min: 1, max: 90_000 }, width: [512, 1024], globalBatchSequences: { min: 1, max: 90_000 } },
  ],
  ["pairs", { layers: { min: 1, max: 10_000 }, width: { min: 1, max: 1000 }, globalBatchSequences: [8] }],
])("a space of too many %s is refused", (_, space) => {
  const fixed = { headDim: [64], microBatchSequences: [1], recompute: ["none"], parallel: [{}] };
  const request = parsePlanRequest({
    hardware: "8x h100-sxm-80gb",
    budget: { seconds: 60 },
    space: { ...fixed, ...space },
  });
  expect(() => planSearch(request, machineFor)).toThrow(
    expect.objectContaining({
      issues: [expect.objectContaining({ code: "space_too_large", path: "space" })],
    }),
  );
});
