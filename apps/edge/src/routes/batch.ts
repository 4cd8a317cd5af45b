import {
  type Estimate,
  estimate,
  fail,
  type Issue,
  parseScenario,
  serialize,
  UserError,
} from "@wallclock/core";
import type { Endpoint } from "../endpoint.ts";
import { heavyBytes, jsonOf, readBody } from "../http/body.ts";
import { replyOnce } from "../http/reply.ts";
import { isObject } from "../is-object.ts";
import { lookUp } from "../machine.ts";
import { readQuery, refuseOthers } from "../query.ts";

/** Scenarios a batch may have. */
const mostScenarios = 100;

interface BadItem {
  readonly id: string | null;
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** `POST /v1/estimate:batch`: what `wallclock estimate --jsonl` prints, as an array. */
export const batchEndpoint: Endpoint = {
  method: "post",
  path: "/v1/estimate:batch",
  weight: "client",
  answer: async (c) => {
    refuseOthers(readQuery(c.req.url), []);
    const { text } = await readBody(c.req.raw, { maxBytes: heavyBytes, types: ["application/json"] });
    const items = jsonOf(text);
    if (!Array.isArray(items))
      fail("wrong_type", "", "a batch must be an array of scenarios", "[{ … }, { … }]");
    if (items.length > mostScenarios) {
      const message = `a batch may have at most ${mostScenarios} scenarios, not ${items.length}`;
      fail("too_many_scenarios", "", message, "send several batches");
    }
    return replyOnce(c.req.raw, { "application/json": () => serialize(items.map(estimateOf)) });
  },
};

function estimateOf(item: unknown, index: number): Estimate | BadItem {
  try {
    const scenario = parseScenario(item);
    return estimate(scenario, lookUp(scenario.hardware));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const id = isObject(item) && typeof item.id === "string" ? item.id : null;
    return { id, line: index + 1, issues: error.issues };
  }
}
