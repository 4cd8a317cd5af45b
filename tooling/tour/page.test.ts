import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dashboardPage } from "./page.ts";

test("docs/dashboard.md has today's keys and pictures: node tooling/tour/play.ts", () => {
  expect(readFileSync(new URL("../../docs/dashboard.md", import.meta.url), "utf8")).toBe(dashboardPage());
});
