import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "cli",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    // Hundreds of processes and folders at once: some sandboxed file systems miss a file that was just written.
    retry: 1,
    setupFiles: ["../../tooling/vitest/seed.ts"],
    globalSetup: ["test/build.ts"],
  },
});
