import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { type ProblemStatus, problems } from "../http/problem.ts";
import { problemSchema } from "../reply/common.ts";
import { type Example, examplesOf } from "./examples.ts";

type Responses = RouteConfig["responses"];

/** A parameter as the document lists it. */
export type Parameter = {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required: boolean;
  readonly description: string;
  readonly schema: ParameterSchema;
};

type ScalarType = "string" | "number" | "integer" | "boolean";

type ParameterSchema = {
  type?: ScalarType;
  enum?: string[];
  default?: string;
  exclusiveMinimum?: number;
  anyOf?: ({ type: ScalarType } | { const: string })[];
};

/** Headers that every reply has. */
const common = {
  "x-request-id": {
    description: "the request's id: yours, where you sent one",
    schema: { type: "string" as const },
  },
};

const limits = {
  "ratelimit-policy": {
    description: "requests in how many seconds, where a limit is on",
    schema: { type: "string" as const },
  },
};

const caching = {
  etag: {
    description: "of the engine, the route, the media type and the scenario",
    schema: { type: "string" as const },
  },
  "cache-control": { schema: { type: "string" as const } },
  vary: { schema: { type: "string" as const } },
};

/** Replies in other media types than JSON. */
const texts = {
  "text/csv": { schema: z.string().describe("the table, numbers in full") },
  "text/plain": { schema: z.string().describe("what a terminal of 80 columns shows") },
  "image/svg+xml": { schema: z.string().describe("a picture that stands alone") },
} as const;

/** A schema of zod, or of a component that has none. */
export type MediaSchema =
  | z.ZodType
  | { $ref: string }
  | { oneOf: { $ref: string }[] }
  | { type: "array"; items: { oneOf: { $ref: string }[] } };

/** What a route answers with beside problems. */
export interface Answer {
  readonly description: string;
  readonly schema: MediaSchema;
  readonly others?: readonly (keyof typeof texts)[];
  readonly isCached?: boolean;
  /** The GET that gives the same, in Content-Location. */
  readonly hasLocation?: boolean;
  /** 202: work goes on, at the path in Location. */
  readonly status?: 200 | 202;
}

/** The responses of a route: its answer, 304 where it caches, and its problems. */
export function responsesOf(answer: Answer, statuses: readonly ProblemStatus[]): Responses {
  const { description, schema, others = [], isCached = false, hasLocation = false, status = 200 } = answer;
  const header = (name: string, text: string) => ({
    [name]: { description: text, schema: { type: "string" as const } },
  });
  const location = {
    ...(hasLocation ? header("content-location", "the GET that gives the same") : {}),
    ...(status === 202 ? header("location", "where to ask how far it is") : {}),
  };
  const headers = { ...common, ...limits, ...(isCached ? caching : {}), ...location };
  const content = {
    "application/json": { schema },
    ...Object.fromEntries(others.map((type) => [type, texts[type]])),
  };
  return {
    [status]: { description, headers, content },
    ...(isCached
      ? { 304: { description: "what you have is still so", headers: { ...common, ...caching } } }
      : {}),
    ...problemResponses(statuses),
  };
}

/** The same problems, described once each. */
export function problemResponses(statuses: readonly ProblemStatus[]): Responses {
  const each = statuses.map((status) => [
    status,
    {
      description: problems[status].meaning,
      headers: { ...common, ...headersOf[status] },
      content: { "application/problem+json": { schema: problemSchema } },
    },
  ]);
  return Object.fromEntries(each);
}

const headersOf: Partial<Record<ProblemStatus, Record<string, { schema: { type: "string" } }>>> = {
  405: { allow: { schema: { type: "string" } } },
  429: { "retry-after": { schema: { type: "string" } }, "ratelimit-policy": { schema: { type: "string" } } },
  503: { "retry-after": { schema: { type: "string" } } },
};

/** Problems of a route that takes a query. */
export const anyRoute = [401, 405, 406, 414, 422, 429, 500] as const satisfies readonly ProblemStatus[];
/** Problems of a route that reads a body. */
export const bodyRoute = [
  400, 401, 405, 406, 413, 414, 415, 422, 429, 500,
] as const satisfies readonly ProblemStatus[];

/** The parameter that pins a reply to this engine. */
export const engineParameter: Parameter = {
  name: "engine",
  in: "query",
  required: false,
  description: "the version of the engine: the reply then never changes, and is cached for a year",
  schema: { type: "string" },
};

/** The examples of an operation as its document lists them: bodies by name, and the whole request for curl. */
export function exampleParts(operationId: string) {
  const examples = examplesOf(operationId);
  const bodies = examples.flatMap(({ name, summary, body }) =>
    body === undefined ? [] : [[name, { summary, value: body.value }] as const],
  );
  return {
    bodies: Object.fromEntries(bodies),
    "x-codeSamples": examples.map((example) => ({
      lang: "Shell",
      label: example.summary,
      source: curl(example),
    })),
  };
}

/** The examples of an operation as requests alone. */
export function samplesOf(operationId: string) {
  const { bodies: _, ...samples } = exampleParts(operationId);
  return samples;
}

/** The command that sends an example. */
function curl(example: Example, origin = "http://localhost:8787"): string {
  const { method, path, headers = {}, body } = example;
  const verb = method === undefined ? [] : [`-X ${method}`];
  const flags = Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`);
  const data =
    body === undefined ? [] : [`-H 'content-type: ${body.type}'`, `--data-binary '${textOf(body)}'`];
  return ["curl -s", ...verb, `'${origin}${path}'`, ...flags, ...data].join(" ");
}

/** A body as it is sent. */
export function textOf({ type, value }: NonNullable<Example["body"]>): string {
  return type === "application/json" ? JSON.stringify(value) : String(value);
}
