import { engineVersion } from "@wallclock/core";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Env } from "../env.ts";

/** What is logged of a request: its route, never what it asked. */
export interface LogEntry {
  readonly level: "info" | "warn" | "error";
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Wall time; the platform's clock stands still between I/O, so pure work shows as 0: its own CPU time has it. */
  readonly milliseconds: number;
  readonly engine: string;
  readonly stack?: string;
}

/** One line of JSON a request. */
export function logRequests(write: (entry: LogEntry) => void) {
  return createMiddleware<Env>(async (c, next) => {
    const start = Date.now();
    await next();
    if (c.env?.LOG === "off") return;
    const { status } = c.res;
    write({
      level: status >= 500 ? "error" : status >= 400 ? "warn" : "info",
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status,
      milliseconds: Date.now() - start,
      engine: engineVersion,
      ...(c.error instanceof Error && status >= 500 ? { stack: c.error.stack ?? String(c.error) } : {}),
    });
  });
}
