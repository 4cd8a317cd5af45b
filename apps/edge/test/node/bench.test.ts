import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { bundle, serve } from "../support/workerd.ts";

test("what the bench compares the API with answers with the API's bytes", async () => {
  const path = "/v1/estimate?model=gpt2-124m&hardware=8x+a100-sxm-80gb&training.tokens=10000000000";
  const scripts = [inject("script"), join(bundle("bench/wrangler.jsonc"), "constant.js")];
  const replies = scripts.map(async (script) => {
    const server = await serve(script);
    onTestFinished(server.stop);
    return (await fetch(server.origin + path)).text();
  });
  const [own, constant] = await Promise.all(replies);
  expect(constant).toBe(own);
});
