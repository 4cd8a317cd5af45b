import { defineConfig } from "vitest/config";

/** Checks against measured runs that are not part of the repository: WALLCLOCK_RUNS names their JSONL file. */
export default defineConfig({ test: { include: ["tooling/runs/**/*.test.ts"], testTimeout: 120_000 } });
