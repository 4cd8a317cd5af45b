import { isImpossiblePlan, parsePlanRequest, plan, serialize, UserError } from "@wallclock/core";
import type { Endpoint } from "../endpoint.ts";
import { heavyBytes, jsonOf, readBody } from "../http/body.ts";
import { replyOnce } from "../http/reply.ts";
import { lookUp } from "../machine.ts";
import { checkListed, mostListed } from "../plans/size.ts";
import { readQuery, refuseOthers } from "../query.ts";

/** Combinations one request may visit: about two seconds. */
const mostVisits = 200_000;

/** `POST /v1/plan`: `wallclock plan --json`, as far as one request goes. */
export const planEndpoint: Endpoint = {
  method: "post",
  path: "/v1/plan",
  weight: "heavy",
  answer: async (c) => {
    refuseOthers(readQuery(c.req.url), []);
    const { text } = await readBody(c.req.raw, { maxBytes: heavyBytes, types: ["application/json"] });
    const request = parsePlanRequest(jsonOf(text));
    checkListed(request, mostListed.request, "larger steps, POST /v1/plans, or the command line");
    return replyOnce(c.req.raw, {
      "application/json": () => {
        const reply = plan(request, lookUp, { most: mostVisits });
        if (isImpossiblePlan(reply)) throw new UserError(reply.issues);
        return serialize(reply);
      },
    });
  },
};
