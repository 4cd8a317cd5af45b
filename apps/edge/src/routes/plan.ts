import {
  fail,
  isImpossiblePlan,
  type PlanRequest,
  parsePlanRequest,
  plan,
  serialize,
  UserError,
} from "@wallclock/core";
import type { Endpoint } from "../endpoint.ts";
import { heavyBytes, jsonOf, readBody } from "../http/body.ts";
import { replyOnce } from "../http/reply.ts";
import { lookUp } from "../machine.ts";
import { readQuery, refuseOthers } from "../query.ts";

/** Combinations one request may visit: about two seconds. */
export const mostVisits = 200_000;

/** Combinations of the listed dimensions that a space may have at all. */
const mostCombinations = 10_000_000;

/** `POST /v1/plan`: `wallclock plan --json`, as far as one request goes. */
export const planEndpoint: Endpoint = {
  method: "post",
  path: "/v1/plan",
  weight: "heavy",
  answer: async (c) => {
    refuseOthers(readQuery(c.req.url), []);
    const { text } = await readBody(c.req.raw, { maxBytes: heavyBytes, types: ["application/json"] });
    const request = parsePlanRequest(jsonOf(text));
    checkSize(request);
    return replyOnce(c.req.raw, {
      "application/json": () => {
        const reply = plan(request, lookUp, { most: mostVisits });
        if (isImpossiblePlan(reply)) throw new UserError(reply.issues);
        return serialize(reply);
      },
    });
  },
};

/** Refuses spaces that would not fit in a Worker, before any of it is laid out. */
function checkSize({ space = {} }: PlanRequest): void {
  const sizes = Object.values(space).map((values) =>
    Array.isArray(values) ? values.length : rangeSize(values),
  );
  const combinations = sizes.reduce((product, size) => product * Math.max(1, size), 1);
  if (combinations <= mostCombinations) return;
  const message = `the space has ${combinations} combinations of its lists and ranges, at most ${mostCombinations} here`;
  fail("space_too_large", "space", message, "larger steps, or the command line");
}

function rangeSize(values: unknown): number {
  if (typeof values !== "object" || values === null || !("min" in values)) return 1;
  const { min, max, step = 1 } = values as { min: number; max: number; step?: number };
  return Math.floor((max - min) / step) + 1;
}
