import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../root.ts";

const sources = ["{packages,apps}/*/{src,test}/**/*.ts", "tooling/*/**/*.ts", "docs/*.md", "*.md"];

test("no file holds the marks of a merge that was not finished", () => {
  const files = globSync(sources, { cwd: root, exclude: (name) => name.includes("node_modules") });
  expect(files.length).toBeGreaterThan(100);
  const marked = files.filter((file) => /^(<{7}|>{7}) /m.test(readFileSync(resolve(root, file), "utf8")));
  expect(marked).toEqual([]);
});
