import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineProject } from "vitest/config";

/** The Worker in workerd, with its bindings simulated. */
export default defineProject({
  plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.jsonc" } })],
  test: {
    name: "edge",
    include: ["test/worker/**/*.test.ts"],
    // Slow on a busy machine; no test asserts a time.
    testTimeout: 120_000,
    deps: { optimizer: { ssr: { include: ["hono", "zod"] } } },
  },
});
