import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../root.ts";
import { citedIn, numberedIn } from "./equations.ts";

const read = (file: string) => readFileSync(resolve(root, file), "utf8");
const numbered = numberedIn(read("docs/method.md"));
const files = globSync("packages/core/src/**/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith(".test.ts"),
);
const cited = new Set(files.flatMap((file) => citedIn(read(file))));

test("equations are numbered once each, in order", () => {
  expect(numbered.length).toBeGreaterThan(40);
  expect(new Set(numbered).size).toBe(numbered.length);
  const main = numbered.filter((each) => /\d$/.test(each)).map((each) => Number(each.slice(1)));
  expect([...main].sort((a, b) => a - b)).toEqual(Array.from(main, (_, index) => index + 1));
});

test("every equation of docs/method.md is cited by the code that holds it", () => {
  expect(numbered.filter((each) => !cited.has(each))).toEqual([]);
});

test("every equation that code or a page cites exists", () => {
  const pages = globSync(["docs/*.md", "docs/guides/*.md", "*.md", "packages/*/README.md"], { cwd: root });
  const all = [...cited, ...pages.flatMap((page) => citedIn(read(page)))];
  expect([...new Set(all)].filter((each) => !numbered.includes(each))).toEqual([]);
});

test("a range cites all that lies in it", () => {
  expect(citedIn("see (M8–M10) and (M4a–M4c)")).toEqual(["M8", "M9", "M10", "M4a", "M4b", "M4c"]);
});
