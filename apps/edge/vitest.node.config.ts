import { defineProject } from "vitest/config";

/** What needs Node: the app without a server, the document, and the built Worker under workerd. */
export default defineProject({
  test: {
    name: "edge-node",
    include: ["test/node/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ["test/support/setup.ts"],
    setupFiles: ["../../tooling/vitest/seed.ts"],
  },
});
