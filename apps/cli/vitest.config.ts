import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "cli",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    // Hundreds of processes at once: one may be starved on a loaded machine.
    retry: 1,
    setupFiles: ["../../tooling/vitest/seed.ts"],
    globalSetup: ["test/build.ts"],
  },
});
