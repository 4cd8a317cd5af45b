import { expect, test } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "./changelog.ts";

test("a change is an item with its paragraphs below it", () => {
  expect(getReleaseLine({ summary: "Predict\n\nBefore 1, now 2.\n- a" })).toBe(
    "- Predict\n\n  Before 1, now 2.\n  - a",
  );
});

test("packages that move along are named with their versions", () => {
  expect(getDependencyReleaseLine([], [])).toBe("");
  expect(getDependencyReleaseLine([], [{ name: "@wallclock/core", newVersion: "1.2.3" }])).toBe(
    "- With @wallclock/core 1.2.3",
  );
});
