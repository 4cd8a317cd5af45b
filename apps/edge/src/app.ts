import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { type Endpoint, mount } from "./endpoint.ts";
import { endpoints as allEndpoints } from "./endpoints.ts";
import type { Env } from "./env.ts";
import { crossOrigin, security } from "./http/headers.ts";
import { type LogEntry, logRequests } from "./http/log.ts";
import { problemResponse, refusalOf } from "./http/problem.ts";
import { Refusal } from "./http/refusal.ts";

export interface AppOptions {
  /** Where log lines go; the console by default. */
  readonly log?: (entry: LogEntry) => void;
  /** What is answered; everything by default. */
  readonly endpoints?: readonly Endpoint[];
}

const toConsole = (entry: LogEntry): void => console.log(JSON.stringify(entry));

/** The API: the same engine as the command line, the same bytes. */
export function createApp({ log = toConsole, endpoints = allEndpoints }: AppOptions = {}): Hono<Env> {
  const app = new Hono<Env>();
  app.use(requestId({ limitLength: 128 }), logRequests(log), security, crossOrigin);
  mount(app, endpoints);
  app.notFound(() => {
    throw new Refusal(404, "there is nothing at this path: /docs lists what there is");
  });
  app.onError((error, c) => problemResponse(refusalOf(error), c.var.requestId));
  return app;
}
