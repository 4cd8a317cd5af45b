import { readFileSync } from "node:fs";
import type { Scenario } from "@wallclock/core";
import { expect, test } from "vitest";
import { saveFile } from "../../src/dash/outside/export.ts";
import { directoryWith, wallclock } from "../wallclock.ts";
import { answerOf } from "./world.ts";

/** Odd sizes: its counts have more digits than are printed. */
const odd: Scenario = {
  model: { layers: 13, width: 832, heads: 13, vocab: 50_257 },
  hardware: "8x h100-sxm-80gb",
  training: { tokens: 1e10, contextLength: 1021, microBatchSequences: 7 },
};

test.each([
  ["json", ["estimate", "-", "--json"]],
  ["csv", ["ledger", "-", "--csv"]],
  ["svg", ["loss", "-", "--svg"]],
] as const)("what the dashboard writes as %s has the bytes of wallclock %j", async (format, argv) => {
  const path = `${directoryWith({})}/wallclock.${format}`;
  const told = saveFile(answerOf(odd), { kind: "save", format, path, overwrite: false });
  expect(told).toMatchObject({ kind: "told", toast: { text: `wrote ${path}` } });
  const { stdout } = await wallclock(argv, { input: JSON.stringify(odd) });
  expect(readFileSync(path, "utf8")).toBe(stdout);
});

test("a file that is there is asked about, and one that cannot be written is told", () => {
  const path = `${directoryWith({ "mine.csv": "1" })}/mine.csv`;
  const save = { kind: "save", format: "csv" } as const;
  expect(saveFile(answerOf(odd), { ...save, path, overwrite: false })).toMatchObject({ kind: "exists" });
  expect(readFileSync(path, "utf8")).toBe("1");
  const nowhere = saveFile(answerOf(odd), { ...save, path: `${path}/deeper`, overwrite: false });
  expect(nowhere).toMatchObject({ kind: "told", toast: { role: "bad" } });
});
