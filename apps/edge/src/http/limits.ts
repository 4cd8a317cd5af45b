import { issue } from "@wallclock/core";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Bindings, Env } from "../env.ts";
import { hashOf, ownerOf } from "./keys.ts";
import { Refusal } from "./refusal.ts";

/** One limit: how many requests in how many seconds, and the binding that counts (wrangler.jsonc has the same numbers). */
export interface Policy {
  readonly name: string;
  readonly binding: "RATE_LIMIT" | "RATE_LIMIT_HEAVY" | "RATE_LIMIT_KEY";
  readonly quota: number;
  readonly windowSeconds: number;
}

/** Chosen, not measured: an estimate takes well under a millisecond, a heavy request up to some seconds. */
export const policies = {
  client: { name: "client", binding: "RATE_LIMIT", quota: 600, windowSeconds: 60 },
  heavy: { name: "heavy", binding: "RATE_LIMIT_HEAVY", quota: 30, windowSeconds: 60 },
  key: { name: "key", binding: "RATE_LIMIT_KEY", quota: 6000, windowSeconds: 60 },
} as const satisfies Record<string, Policy>;

/**
 * Counts a request against the client's limit, or against that of its API key. The platform says only whether there is
 * room, so nothing is said of what remains.
 *
 * @throws Refusal 429 with Retry-After, 401 for a key that is not known
 */
export function rateLimit(weight: "client" | "heavy") {
  return createMiddleware<Env>(async (c, next) => {
    const { policy, client } = await clientOf(c, weight);
    const limiter: RateLimit | undefined = bindingsOf(c)[policy.binding];
    if (limiter !== undefined && !(await limiter.limit({ key: client })).success) throw tooMany(policy);
    await next();
    if (limiter !== undefined) c.res.headers.set("ratelimit-policy", policyText(policy));
  });
}

async function clientOf(
  c: Context<Env>,
  weight: "client" | "heavy",
): Promise<{ policy: Policy; client: string }> {
  const keys = bindingsOf(c).API_KEYS;
  const authorization = c.req.header("authorization");
  if (keys === undefined || authorization === undefined) {
    return { policy: policies[weight], client: c.req.header("cf-connecting-ip") ?? "unknown" };
  }
  const token = /^Bearer ([\w.~+/=-]{16,200})$/i.exec(authorization)?.[1];
  const hash = token === undefined ? null : await hashOf(token);
  if (hash === null || (await ownerOf(keys, hash)) === null) {
    throw new Refusal(401, "the API key is not known", {
      issues: [
        issue("unknown_key", "", "the API key is not known", "leave Authorization out: the API is open"),
      ],
      headers: { "www-authenticate": 'Bearer realm="wallclock"' },
    });
  }
  return { policy: policies.key, client: hash };
}

/** `app.request` in a test has no environment at all. */
function bindingsOf(c: Context<Env>): Bindings {
  return c.env ?? {};
}

/** RateLimit-Policy as the IETF's draft writes it. */
function policyText({ name, quota, windowSeconds }: Policy): string {
  return `"${name}";q=${quota};w=${windowSeconds}`;
}

function tooMany(policy: Policy): Refusal {
  const message = `at most ${policy.quota} requests in ${policy.windowSeconds} s`;
  return new Refusal(429, message, {
    issues: [
      issue(
        "too_many_requests",
        "",
        message,
        `wait ${policy.windowSeconds} s, or send scenarios to estimate:batch`,
      ),
    ],
    headers: { "retry-after": String(policy.windowSeconds), "ratelimit-policy": policyText(policy) },
  });
}
