import type { RouteConfig } from "@hono/zod-openapi";
import { entrySchemas, listSchemas } from "../reply/catalogue.ts";
import { anyRoute, engineParameter, type Parameter, responsesOf, samplesOf } from "./parts.ts";

const nouns = {
  hardware: { one: "Hardware", all: "accelerators and clusters, every figure with its source" },
  models: { one: "Model", all: "model presets, with their sources" },
  laws: { one: "Law", all: "scaling laws of the loss, with their sources" },
} as const;

type Catalogue = keyof typeof nouns;

const others = ["text/csv", "text/plain"] as const;

const clusters: Parameter = {
  name: "clusters",
  in: "query",
  required: false,
  description: "clusters instead of devices",
  schema: { type: "boolean" },
};

/** What the document says of a whole catalogue. */
export function describeList(name: Catalogue): RouteConfig {
  const operationId = `list${name[0]!.toUpperCase()}${name.slice(1)}`;
  const samples = samplesOf(operationId);
  const answer = {
    description: nouns[name].all,
    schema: listSchemas[name],
    others,
    isCached: true,
  };
  return {
    method: "get",
    path: `/v1/${name}`,
    operationId,
    tags: ["catalogues"],
    summary: nouns[name].all,
    parameters: [...(name === "hardware" ? [clusters] : []), engineParameter],
    responses: responsesOf(answer, anyRoute),
    ...samples,
  };
}

/** What the document says of one entry. */
export function describeEntry(name: Catalogue): RouteConfig {
  const { one } = nouns[name];
  const operationId = `get${one}`;
  const samples = samplesOf(operationId);
  const summary = `one of the ${name}, by its id or another name of it`;
  const answer = { description: summary, schema: entrySchemas[name], others, isCached: true };
  return {
    method: "get",
    path: `/v1/${name}/{id}`,
    operationId,
    tags: ["catalogues"],
    summary,
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "it may have slashes in it",
        schema: { type: "string" },
      },
      engineParameter,
    ],
    responses: responsesOf(answer, [404, ...anyRoute]),
    ...samples,
  };
}
