import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "apps/edge/vitest.node.config.ts", "tooling"],
  },
});
