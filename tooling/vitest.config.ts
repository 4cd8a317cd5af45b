import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "tooling",
    include: ["**/*.test.ts"],
    exclude: ["runs/**", "release/**", "surface/**", "**/node_modules/**"],
    // Pages and scripts run whole commands, slow on a busy machine; no test asserts a time.
    testTimeout: 120_000,
  },
});
