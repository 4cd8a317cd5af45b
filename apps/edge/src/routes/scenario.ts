import { fail, parseScenario, type Scenario } from "@wallclock/core";
import type { Endpoint } from "../endpoint.ts";
import { estimateForms, ledgerForms, lossForms, memoryForms } from "../forms.ts";
import { jsonOf, readBody, scenarioBytes } from "../http/body.ts";
import { askedBy } from "../http/known-tags.ts";
import { type Forms, replyCached, replyKnown, replyOnce } from "../http/reply.ts";
import { canonicalOf, type Query, queryOf, readQuery, refuseOthers, scenarioOf } from "../query.ts";

const body = { maxBytes: scenarioBytes, types: ["application/json"] };

/** A path, and the parameters it takes beside the scenario's fields. */
interface ScenarioRoute {
  readonly path: string;
  readonly options: readonly string[];
}

/** Each question about one scenario, as a GET that caches and as a POST. */
export const scenarioEndpoints: readonly Endpoint[] = [
  ...both({ path: "/v1/estimate", options: [] }, estimateForms),
  ...both({ path: "/v1/ledger", options: [] }, ledgerForms),
  ...both({ path: "/v1/memory", options: [] }, memoryForms),
  ...both({ path: "/v1/loss", options: ["target"] }, (scenario, { options }) =>
    lossForms(scenario, targetOf(options.target)),
  ),
];

function both(
  { path, options }: ScenarioRoute,
  formsOf: (scenario: Scenario, query: Query) => Forms,
): Endpoint[] {
  return [
    {
      method: "get",
      path,
      weight: "client",
      answer: (c) => {
        const asked = askedBy(c.req.raw);
        const known = replyKnown(asked);
        if (known !== null) return known;
        const query = readQuery(asked.url, options);
        const scenario = scenarioOf(query);
        const canonical = `${canonicalOf(scenario)}${query.options.target ?? ""}`;
        return replyCached(asked, { forms: formsOf(scenario, query), route: path, canonical });
      },
    },
    {
      method: "post",
      path,
      weight: "client",
      answer: async (c) => {
        const query = readQuery(c.req.url, options);
        refuseOthers(query, options);
        const { text } = await readBody(c.req.raw, body);
        const scenario = parseScenario(jsonOf(text));
        return replyOnce(c.req.raw, formsOf(scenario, query), locationOf(path, scenario, query));
      },
    },
  ];
}

/** The GET that gives the same as a POST; null where there is none. */
function locationOf(path: string, scenario: Scenario, { options }: Query): string | null {
  const query = queryOf(scenario);
  if (query === null) return null;
  const { engine: _, ...rest } = options;
  const own = new URLSearchParams(rest).toString();
  return `${path}?${own === "" ? query : `${query}&${own}`}`;
}

function targetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const nats = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(nats) && nats > 0) return nats;
  return fail("bad_target", "target", "target must be a loss in nats above 0", "for example 3.2");
}
