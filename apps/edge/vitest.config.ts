import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineProject } from "vitest/config";

export default defineProject({
  plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.jsonc" } })],
  test: {
    name: "edge",
    include: ["test/**/*.test.ts"],
    deps: { optimizer: { ssr: { include: ["hono", "zod"] } } },
  },
});
