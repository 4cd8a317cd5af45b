import type { RouteConfig } from "@hono/zod-openapi";
import { type Leaf, scenarioLeaves, scenarioSchema } from "@wallclock/core";
import type * as z from "zod";
import { estimateSchema, ledgerSchema, lossReplySchema, memorySchema } from "../reply/estimate.ts";
import {
  type Answer,
  anyRoute,
  bodyRoute,
  engineParameter,
  exampleParts,
  type Parameter,
  responsesOf,
} from "./parts.ts";

/** A question about one scenario. */
export interface ScenarioRoute {
  readonly path: string;
  /** `Estimate` in `getEstimate` and `postEstimate`. */
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  readonly others: NonNullable<Answer["others"]>;
  /** Parameters beside the scenario's fields. */
  readonly options: readonly "target"[];
}

export const scenarioRoutes = {
  estimate: {
    path: "/v1/estimate",
    name: "Estimate",
    summary: "time, memory, loss and cost of one training run",
    schema: estimateSchema,
    others: ["text/csv", "image/svg+xml", "text/plain"],
    options: [],
  },
  ledger: {
    path: "/v1/ledger",
    name: "Ledger",
    summary: "FLOPs, memory copies and launches of a step, by operation",
    schema: ledgerSchema,
    others: ["text/csv", "text/plain"],
    options: [],
  },
  memory: {
    path: "/v1/memory",
    name: "Memory",
    summary: "what fills a device's memory, and whether the run fits",
    schema: memorySchema,
    others: ["text/csv", "text/plain"],
    options: [],
  },
  loss: {
    path: "/v1/loss",
    name: "Loss",
    summary: "the loss a run reaches, and when",
    schema: lossReplySchema,
    others: ["text/csv", "image/svg+xml", "text/plain"],
    options: ["target"],
  },
} as const satisfies Record<string, ScenarioRoute>;

const target: Parameter = {
  name: "target",
  in: "query",
  required: false,
  description: "a loss in nats: the reply says when it is reached",
  schema: { type: "number", exclusiveMinimum: 0 },
};

/** What the document says of a route, for either method. */
export function describeScenarioRoute(route: ScenarioRoute, method: "get" | "post"): RouteConfig {
  const { path, name, summary, schema, others, options } = route;
  const operationId = `${method}${name}`;
  const { bodies, ...samples } = exampleParts(operationId);
  const own = options.includes("target") ? [target] : [];
  const answer = { description: summary, schema, others };
  if (method === "get") {
    return {
      method,
      path,
      operationId,
      tags: ["run"],
      summary,
      description:
        "Fields of the scenario are parameters by their dotted paths; fields deeper than those listed, such as model.hf.hidden_size, are taken too.",
      parameters: [...scenarioLeaves().map(parameterOf), ...own, engineParameter],
      responses: responsesOf({ ...answer, isCached: true }, anyRoute),
      ...samples,
    };
  }
  return {
    method,
    path,
    operationId,
    tags: ["run"],
    summary: `${summary}, of a scenario in the body`,
    parameters: [...own, engineParameter],
    request: {
      body: {
        required: true,
        content: { "application/json": { schema: scenarioSchema.unwrap(), examples: bodies } },
      },
    },
    responses: responsesOf({ ...answer, hasLocation: true }, bodyRoute),
    ...samples,
  };
}

function parameterOf(leaf: Leaf): Parameter {
  const { path, description } = leaf;
  return { name: path, in: "query", required: false, description, schema: schemaOf(leaf) };
}

/** Quantities may be written as people do: 10B, 450GB/s, 24h. */
function schemaOf({ kind, values, unit, nullable }: Leaf): Parameter["schema"] {
  const empty = nullable ? [{ const: "" }] : [];
  if (kind === "boolean") return { type: "boolean" };
  if (kind === "enum")
    return { type: "string" as const, enum: [...(values ?? []), ...(nullable ? [""] : [])] };
  if (kind === "string") return { type: "string" };
  const number = { type: kind };
  return unit === null ? { anyOf: [number, ...empty] } : { anyOf: [number, { type: "string" }] };
}
