import { describe, expect, it } from "vitest";
import { issue } from "../errors/issue.ts";
import { renderIssues } from "./issues.ts";
import { lineWidth, plainText } from "./text.ts";

const heads = issue(
  "heads_not_divisor",
  "model.heads",
  "heads (10) must divide width (768)",
  "nearest: 8, 12",
);
const json = issue("not_json", "", "standard input is not JSON: line 1, column 2");

describe("renderIssues", () => {
  it("says what is wrong, where it came from, and what would do", () => {
    const options = {
      width: 80,
      origin: (path: string) => (path === "model.heads" ? "--heads" : null),
      tryThis: "wallclock estimate --width 768 --heads 12",
    };
    expect(plainText(renderIssues([heads], options))).toBe(
      [
        "✖ heads (10) must divide width (768)",
        "  → at model.heads, from --heads",
        "  nearest: 8, 12",
        "  try: wallclock estimate --width 768 --heads 12",
        "",
      ].join("\n"),
    );
  });

  it("ends with how many there are", () => {
    const many = Array.from({ length: 30 }, () => heads);
    expect(plainText(renderIssues([json, heads], { width: 80 }))).toMatchInlineSnapshot(`
      "✖ standard input is not JSON: line 1, column 2

      ✖ heads (10) must divide width (768)
        → at model.heads
        nearest: 8, 12

      2 errors
      "
    `);
    expect(plainText(renderIssues(many, { width: 80 }))).toMatch(/\n30 errors; the first 20 are shown\n$/);
    expect(renderIssues([], { width: 80 })).toEqual([]);
  });

  it("stays within a narrow width", () => {
    for (const each of renderIssues([heads, json], { width: 24 }))
      expect(lineWidth(each)).toBeLessThanOrEqual(24);
  });
});
