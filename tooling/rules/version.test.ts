import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { engineVersion } from "@wallclock/core";
import { expect, test } from "vitest";

test("engineVersion is the version of @wallclock/core's package.json", () => {
  const file = resolve(import.meta.dirname, "../../packages/core/package.json");
  expect(JSON.parse(readFileSync(file, "utf8")).version).toBe(engineVersion);
});
