import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cyclesIn, graphOf, reduced } from "./graph.ts";
import { mapFile, mapPage } from "./page.ts";

const graph = (...arrows: readonly (readonly [string, string])[]) =>
  graphOf(
    arrows.map(([file, target]) => ({ file, target, isType: false })),
    (place) => place,
  );

test("docs/map.md is drawn from today's imports: pnpm map", () => {
  expect(readFileSync(mapFile, "utf8")).toBe(mapPage());
});

test("a cycle is found from each of its groups, and only from those", () => {
  expect(cyclesIn(graph(["a", "b"], ["b", "c"], ["a", "c"]))).toEqual([]);
  expect(cyclesIn(graph(["a", "b"], ["b", "c"], ["c", "b"]))).toEqual([
    ["c", "b"],
    ["b", "c"],
  ]);
});

test("an arrow that a detour says as well is left out", () => {
  expect([...reduced(graph(["a", "b"], ["b", "c"], ["a", "c"]))]).toEqual([
    ["a", new Set(["b"])],
    ["b", new Set(["c"])],
  ]);
});
