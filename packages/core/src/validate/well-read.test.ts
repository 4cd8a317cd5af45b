import { expect, test } from "vitest";
import { issue, UserError } from "../errors/issue.ts";
import { wellRead } from "./well-read.ts";

const run = { scenario: { model: "gpt2-124m", hardware: "h100" }, measured: { pass: "train-step" as const } };
const bad = (message: string) => ({ id: null, issues: [issue("x", "model", message)] });

test("runs that could all be read come back in order", () => {
  expect(wellRead([{ run: { ...run, id: "a" } }, { run }], [])).toEqual([{ ...run, id: "a" }, run]);
});

test("every fault is thrown, under the name of its line unless it says it", () => {
  const read = () =>
    wellRead([{ run }, bad("no model"), bad("line 3 is no JSON")], ["line 1", "line 2", "line 3"]);
  expect(read).toThrow(UserError);
  expect(read).toThrow("line 2: no model; line 3 is no JSON");
});
