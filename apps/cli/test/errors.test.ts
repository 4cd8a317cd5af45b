import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const json = (change: object) => JSON.stringify({ ...run, ...change });
const model = { layers: 12, width: 768, heads: 12, vocab: 50257 };

/** What a scenario may not be, and the code and path of the first issue. */
const garbage: readonly (readonly [title: string, input: string | Buffer, code: string, path?: string])[] = [
  ["nothing", "", "json_empty"],
  ["blanks", " \n\n", "json_empty"],
  ["an open bracket", "{", "json_invalid"],
  ["truncated JSON", '{"model": "gpt2-124m",\n "hardware":', "json_invalid"],
  ["two texts", "{} {}", "json_invalid"],
  ["a binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), "file_not_text"],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "file_not_text"],
  ["a list", "[]", "wrong_type"],
  ["a number", "12", "wrong_type"],
  ["null", "null", "wrong_type"],
  ["nothing said", "{}", "missing_field", "model"],
  ["a wrong type", json({ training: { tokens: "many" } }), "wrong_type", "training.tokens"],
  ["an unknown key", json({ trainig: {} }), "unknown_key"],
  ["__proto__", '{"__proto__": {"model": 1}, "model": "gpt2-124m", "hardware": "h100"}', "unknown_key"],
  [
    "1e400",
    '{"model": "gpt2-124m", "hardware": "h100", "training": {"tokens": 1e400}}',
    "not_finite",
    "training.tokens",
  ],
  ["zero layers", json({ model: { ...model, layers: 0 } }), "out_of_range", "model.layers"],
  ["negative tokens", json({ training: { tokens: -1 } }), "out_of_range", "training.tokens"],
  ["half a head", json({ model: { ...model, heads: 1.5 } }), "wrong_type", "model.heads"],
  ["heads that do not divide", json({ model: { ...model, heads: 10 } }), "heads_not_divisor", "model.heads"],
  ["a layout that does not fit the count", json({ parallel: { data: 3 } }), "layout_mismatch"],
  ["an unknown device", json({ hardware: "8x h1000" }), "unknown_hardware", "hardware"],
  ["an ambiguous device", json({ hardware: "v100" }), "ambiguous_hardware", "hardware"],
  ["an unknown preset", json({ model: "gpt5" }), "unknown_model", "model"],
  ["an unknown law", json({ lossLaw: "nobody-1900" }), "unknown_law", "lossLaw"],
  ["tokens and a budget", json({ budget: { seconds: 60 } }), "tokens_and_budget"],
  ["deep nesting", "[".repeat(100_000) + "]".repeat(100_000), "wrong_type"],
];

test.concurrent.each(garbage)("%s is bad input", async (_title, input, code, path) => {
  const { status, stdout, stderr } = await wallclock(["estimate", "-", "--json"], { input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const { issues } = JSON.parse(stderr);
  expect(issues[0]).toMatchObject({ code, ...(path === undefined ? {} : { path }) });
});

test.concurrent.each(garbage)("%s: the same for people has no stack", async (_title, input) => {
  const { status, stdout, stderr } = await wallclock(["estimate", "-"], { input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^✖ /);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).not.toContain("\u001b");
});

test("truncated JSON names its line and column", async () => {
  const { stderr } = await wallclock(["estimate", "-"], { input: '{"model": "gpt2-124m",\n  "hardware":' });
  expect(stderr).toContain("line 2, column 14");
});

test("files that cannot be read are bad input", async () => {
  const cwd = directoryWith({ "empty.json": "" });
  mkdirSync(`${cwd}/folder.json`);
  const cases = {
    "missing.json": "does not exist",
    "folder.json": "is a directory",
    "empty.json": "is empty",
  };
  for (const [file, reason] of Object.entries(cases)) {
    for (const argv of [
      ["estimate", file],
      ["estimate", "--model", file, "--hardware", "h100"],
      ["validate", file],
    ]) {
      const { status, stdout, stderr } = await wallclock(argv, { cwd });
      expect({ argv, status, stdout }).toEqual({ argv, status: 2, stdout: "" });
      if (argv[0] !== "validate" || file !== "empty.json") expect(stderr).toContain(reason);
    }
  }
});

test("a preset in the place of a file is told how to write it", async () => {
  const { status, stderr } = await wallclock(["estimate", "gpt2-124m"]);
  expect(status).toBe(2);
  expect(stderr).toContain("--model gpt2-124m");
});
