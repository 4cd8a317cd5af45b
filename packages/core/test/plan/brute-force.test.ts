import fc from "fast-check";
import { expect, test } from "vitest";
import { dominates } from "../../src/plan/answer/frontier.ts";
import { isImpossiblePlan, type PlanReply, parsePlanRequest, plan } from "../../src/plan/index.ts";
import { machineFor } from "../support/machine.ts";
import { type BruteForce, bruteForce, type Judged, type SmallRequest } from "./brute.ts";
import { smallRequests } from "./requests.ts";

/** The figures by which runs are told apart here: those of all five axes of the frontier, and the steps. */
function figures({ estimate: e }: Judged): number[] {
  return [
    e.loss.nats.p50,
    e.run.seconds.p50,
    e.cost.usd ?? -1,
    e.memory.bytesPerDevice,
    e.parameters.total,
    e.run.steps,
  ];
}

const valueIn = (objective: SmallRequest["objective"], { estimate: e }: Judged): number =>
  objective === "loss" ? e.loss.nats.p50 : objective === "seconds" ? e.run.seconds.p50 : e.cost.usd!;

/** JSON with sorted keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The order of the contract, run by run: least value; ties within 1e-9 by seconds, then parameters, then the scenario. */
function ranked(request: SmallRequest, candidates: readonly Judged[]): Judged[] {
  const rest = [...candidates];
  const order: Judged[] = [];
  while (order.length < request.top && rest.length > 0) {
    const least = Math.min(...rest.map((each) => valueIn(request.objective, each)));
    const ties = rest.filter((each) => valueIn(request.objective, each) <= least * (1 + 1e-9));
    const fastest = Math.min(...ties.map((each) => each.estimate.run.seconds.p50));
    const fast = ties.filter((each) => each.estimate.run.seconds.p50 <= fastest * (1 + 1e-9));
    const fewest = Math.min(...fast.map((each) => each.estimate.parameters.total));
    const [first] = fast
      .filter((each) => each.estimate.parameters.total === fewest)
      .sort((a, b) => (textOf(a.scenario) < textOf(b.scenario) ? -1 : 1));
    order.push(first!);
    rest.splice(rest.indexOf(first!), 1);
  }
  return order;
}

function checkReply(request: SmallRequest, reply: PlanReply, brute: BruteForce): void {
  expect(reply.explored).toBe(brute.explored);
  expect(reply.rejected).toEqual(brute.rejected);
  const best = ranked(request, brute.candidates);
  expect(reply.best.map((item) => figures(item).map((x) => x.toPrecision(8)))).toEqual(
    best.map((item) => figures(item).map((x) => x.toPrecision(8))),
  );
  const text = (items: readonly Judged[]): string[] =>
    items
      .map((item) =>
        figures(item)
          .map((x) => x.toPrecision(12))
          .join(" "),
      )
      .sort();
  const front = brute.candidates.filter((each) => !brute.candidates.some((other) => dominates(other, each)));
  if (front.length <= 1000) expect(text(reply.frontier)).toEqual(text(front));
}

test("plan equals the evaluation of every point with estimate", () => {
  let impossible = 0;
  fc.assert(
    fc.property(smallRequests, (request) => {
      const reply = plan(parsePlanRequest(request), machineFor);
      const brute = bruteForce(request);
      if (isImpossiblePlan(reply)) {
        impossible += 1;
        expect({ issues: reply.issues, found: brute.candidates.length }).toMatchObject({ found: 0 });
        expect(reply.explored).toBe(brute.explored);
        return;
      }
      checkReply(request, reply, brute);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(impossible).toBeLessThan(100);
}, 600_000);
