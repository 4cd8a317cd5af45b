import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { parsePlanRequest, parseRun, parseScenario } from "@wallclock/core";
import { afterAll, expect, test } from "vitest";
import { lookUp } from "../../machines.ts";
import { fencesOf, pagesOf } from "./fences.ts";
import { makeScratch } from "./scratch.ts";

const { folder, env } = makeScratch();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fences = pagesOf().flatMap(fencesOf);
const python = fences.filter(
  ({ language, text }) => language === "python" && !text.includes("localhost:8787"),
);

test.each(python)("the Python of $page:$line runs", ({ text }) => {
  execFileSync("python3", ["-c", text], { cwd: folder, env, stdio: "pipe" });
});

/** What a JSON block of a page is, by its fields. */
function parse(value: Record<string, unknown>): unknown {
  if ("measured" in value) return parseRun(value);
  if ("space" in value) return parsePlanRequest(value);
  return lookUp(parseScenario(value).hardware);
}

test.each(fences.filter(({ language }) => language === "json"))(
  "the JSON of $page:$line is what the engine reads",
  ({ text }) => {
    for (const each of text.trim().startsWith("{\n") ? [text] : text.trim().split("\n"))
      expect(() => parse(JSON.parse(each))).not.toThrow();
  },
);
