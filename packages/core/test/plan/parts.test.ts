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
