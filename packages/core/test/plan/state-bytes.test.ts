import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlanState, packPlanState, serialize, unpackPlanState } from "../../src/index.ts";
import { isImpossiblePlan, parsePlanRequest, plan, planReply, planSearch } from "../../src/plan/index.ts";
import { machineFor } from "../support/machine.ts";
import { smallRequests } from "./requests.ts";

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.POSITIVE_INFINITY, -0, 5e-324, Number.MAX_SAFE_INTEGER, -1),
);
const least = fc.record({ value: number, index: number });
const leasts = fc.array(least, { maxLength: 5 });
const columns = fc.nat({ max: 6 }).chain((length) => {
  const column = fc.array(number, { minLength: length, maxLength: length });
  const parts = { index: column, site: column, loss: column, seconds: column };
  return fc.record({ ...parts, bytes: column, parameters: column });
});
const states: fc.Arbitrary<PlanState> = fc.record({
  visited: fc.maxSafeNat(),
  rejected: fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), fc.maxSafeNat()),
  contenders: fc.array(fc.record({ index: number, value: number, seconds: number, parameters: number })),
  front: columns,
  pairs: leasts,
  batches: leasts,
  sites: leasts,
  nearest: fc.record({ bytes: least, stepSeconds: least, overBudget: least, floor: least }),
});

test("a state survives its bytes, infinities and all, wherever they lie in memory", () => {
  fc.assert(
    fc.property(states, fc.nat({ max: 9 }), (state, offset) => {
      const packed = packPlanState(state);
      const moved = new Uint8Array(packed.length + offset);
      moved.set(packed, offset);
      expect(unpackPlanState(moved.subarray(offset))).toEqual(state);
    }),
  );
});

test("states of the parts of a search give its reply after they were bytes, in any order", () => {
  fc.assert(
    fc.property(smallRequests, fc.integer({ min: 2, max: 5 }), (request, parts) => {
      const parsed = parsePlanRequest(request);
      const searches = Array.from({ length: parts }, (_, part) =>
        planSearch(parsed, machineFor, { part, parts }),
      );
      const packed = searches.map(({ search }) => {
        while (!search.advance(100).done);
        return packPlanState(search.state());
      });
      function* backwards() {
        for (const bytes of packed.reverse()) yield unpackPlanState(bytes);
      }
      expect(serialize(planReply(searches[0]!.space, backwards()))).toBe(serialize(plan(parsed, machineFor)));
    }),
    { numRuns: 30, seed: 12 },
  );
});

test("states of a space without runs are put together too", () => {
  const request = parsePlanRequest({
    hardware: "rtx-4090",
    budget: { seconds: 60 },
    space: { layers: [80, 96], width: [8192], headDim: [128] },
  });
  const searches = [0, 1].map((part) => planSearch(request, machineFor, { part, parts: 2 }));
  const packed = searches.map(({ search }) => {
    while (!search.advance(1000).done);
    return packPlanState(search.state());
  });
  const reply = planReply(searches[0]!.space, packed.map(unpackPlanState));
  expect(isImpossiblePlan(reply)).toBe(true);
  expect(serialize(reply)).toBe(serialize(plan(request, machineFor)));
});
