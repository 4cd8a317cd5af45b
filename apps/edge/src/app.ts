import { engineVersion, estimate, parseScenario, serialize } from "@wallclock/core";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { lookUp } from "./machine.ts";
import { readJson } from "./not-json.ts";
import { problem, problemOf, tooLarge, wrongMethod } from "./problem.ts";

/** Bytes a scenario may take. */
const maxBodyBytes = 64 * 1024;

const json = { "content-type": "application/json; charset=utf-8" };

/** The API: the same engine as the command line, the same bytes. */
export function createApp(): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: maxBodyBytes, onError: () => tooLarge(maxBodyBytes) });
  app.get("/health", (c) => c.body(serialize({ status: "ok", engine: engineVersion }), 200, json));
  app.post("/v1/estimate", limit, async (c) => {
    const scenario = parseScenario(await readJson(c.req.raw));
    return c.body(serialize(estimate(scenario, lookUp(scenario.hardware))), 200, json);
  });
  app.all("/health", () => wrongMethod("/health", "GET"));
  app.all("/v1/estimate", () => wrongMethod("/v1/estimate", "POST"));
  app.notFound(() => problem(404, "Not Found", "there is nothing at this path"));
  app.onError(problemOf);
  return app;
}
