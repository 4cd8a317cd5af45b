import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "client",
    include: ["test/**/*.test.ts"],
    // Slow on a busy machine; no test asserts a time.
    testTimeout: 120_000,
    setupFiles: ["../../tooling/vitest/fail-on-console.ts"],
  },
});
