import type { Context, Hono } from "hono";
import type { Env } from "./env.ts";
import { rateLimit } from "./http/limits.ts";
import { Refusal } from "./http/refusal.ts";

/** One operation; what the document says of it stands in openapi/, which the Worker does not carry. */
export interface Endpoint {
  readonly method: "get" | "post" | "delete";
  /** As the document writes it. */
  readonly path: string;
  readonly answer: (c: Context<Env>) => Response | Promise<Response>;
  /** Which limit counts it; none for what costs nothing. */
  readonly weight: "client" | "heavy" | null;
}

/** Puts operations on an app. */
export function mount(app: Hono<Env>, endpoints: readonly Endpoint[]): void {
  const methods = new Map<string, string[]>();
  for (const { method, path, answer, weight } of endpoints) {
    const route = routeOf(path);
    methods.set(route, [...(methods.get(route) ?? []), ...methodsOf(method)]);
    const limits = weight === null ? [] : [rateLimit(weight)];
    app.on(method.toUpperCase(), [route], ...limits, answer);
  }
  for (const [route, allowed] of methods) app.all(route, () => refuseMethod(allowed));
}

const methodsOf = (method: string): string[] => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]);

/** `{id}` of the document may have slashes in it, as `meta-llama/Meta-Llama-3-8B` has. */
function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}$/, ":$1{.+}");
}

function refuseMethod(allowed: readonly string[]): never {
  const allow = [...allowed, "OPTIONS"].join(", ");
  throw new Refusal(405, `this path takes ${allow}`, { headers: { allow } });
}
