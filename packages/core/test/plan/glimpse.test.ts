import fc from "fast-check";
import { expect, test } from "vitest";
import { isImpossiblePlan, parsePlanRequest, plan, planGlimpse, planSearch } from "../../src/plan/index.ts";
import { machineFor } from "../support/machine.ts";
import { smallRequests } from "./requests.ts";

test("a glimpse of a search is a truncated reply whose best run is the best so far", () => {
  fc.assert(
    fc.property(smallRequests, fc.integer({ min: 1, max: 200 }), (request, points) => {
      const parsed = parsePlanRequest(request);
      const { space, search } = planSearch(parsed, machineFor);
      const progress = search.advance(points);
      const glimpse = planGlimpse(space, progress);
      expect(glimpse === null).toBe(progress.best.index < 0);
      if (glimpse === null) return;
      expect(glimpse).toMatchObject({ schema: "wallclock/plan/1", truncated: true, frontierCount: 1 });
      const { loss, run, cost } = glimpse.best[0]!.estimate;
      const { objective = "loss" } = parsed;
      const value = { loss: loss.nats.p50, seconds: run.seconds.p50, usd: cost.usd }[objective];
      expect(value! / progress.best.value).toBeCloseTo(1, 9);
      expect(Object.values(glimpse.rejected)).toEqual(
        expect.arrayContaining(Object.values(progress.rejected)),
      );
    }),
    { numRuns: 40, seed: 13 },
  );
});

test("a glimpse after the last point has the plan's first run", () => {
  const request = parsePlanRequest({
    hardware: "8x h100-sxm-80gb",
    budget: { seconds: 86_400 },
    space: { layers: [8, 12], width: [768, 1024], headDim: [64], globalBatchSequences: [256] },
  });
  const { space, search } = planSearch(request, machineFor);
  const whole = plan(request, machineFor);
  if (isImpossiblePlan(whole)) throw new Error("the space has runs");
  expect(planGlimpse(space, search.advance(1e6))?.best[0]).toEqual(whole.best[0]);
});
