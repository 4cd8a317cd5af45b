import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "hardware",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A property over many cases is slow on a busy machine; no test asserts a time.
    testTimeout: 120_000,
    setupFiles: ["../../tooling/vitest/fail-on-console.ts", "../../tooling/vitest/seed.ts"],
  },
});
