import { expect, test } from "vitest";
import { pagesOf } from "./blocks/fences.ts";
import { faultOf, linksOf } from "./links.ts";

const pages = [...pagesOf(), "docs/api.md"];

test("every link of a page leads to a file, and to a heading where it names one", () => {
  const links = pages.flatMap(linksOf);
  expect(links.length).toBeGreaterThan(600);
  expect(links.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
});

test("a link to what is not there is a fault", () => {
  expect(faultOf({ page: "README.md", target: "docs/nothing.md" })).toContain("does not exist");
  expect(faultOf({ page: "README.md", target: "docs/method.md#nothing" })).toContain("no such heading");
  expect(faultOf({ page: "README.md", target: "docs/method.md#calibration" })).toBeNull();
});

test("every page is found from docs/README.md", () => {
  const reached = new Set<string>();
  const visit = (page: string): void => {
    if (reached.has(page) || !pages.includes(page)) return;
    reached.add(page);
    for (const { target } of linksOf(page)) {
      const path = target.split("#")[0] ?? "";
      if (path.endsWith(".md")) visit(new URL(path, `file:///${page}`).pathname.slice(1));
    }
  };
  visit("docs/README.md");
  // What its host and the registry show in their place.
  const shown =
    /^(?:CODE_OF_CONDUCT|SECURITY|SUPPORT)\.md$|CHANGELOG\.md$|^\.github\/|^(?:packages|apps)\/\w+\/README\.md$/;
  expect(pages.filter((page) => !reached.has(page) && !shown.test(page))).toEqual([]);
});
