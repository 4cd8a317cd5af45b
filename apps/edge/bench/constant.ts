import { estimate, serialize } from "@wallclock/core";
import { createApp } from "../src/app.ts";
import type { Endpoint } from "../src/endpoint.ts";
import type { Bindings } from "../src/env.ts";
import { lookUp } from "../src/machine.ts";

const hardware = "8x a100-sxm-80gb";
const body = serialize(
  estimate({ model: "gpt2-124m", hardware, training: { tokens: 1e10 } }, lookUp(hardware)),
);
const headers = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "public, max-age=3600",
  etag: '"constant"',
  vary: "Accept",
};

/** The same app and middleware with a handler that only returns an estimate it has: what any reply costs. */
const constant: Endpoint = {
  method: "get",
  path: "/v1/estimate",
  weight: "client",
  answer: () => new Response(body, { headers }),
};

const app = createApp({ endpoints: [constant] });

export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
