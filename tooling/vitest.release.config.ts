import { defineConfig } from "vitest/config";

/** Checks of what is published: the public surface, and the tarballs in projects of their own (pnpm release:check). */
export default defineConfig({
  test: {
    include: ["tooling/{release,surface}/**/*.test.ts"],
    globalSetup: ["tooling/release/consumer.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
