import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

test.concurrent.each([
  ["gpt2-124m gpt2-xl --model gpt2-124m --hardware h100", "operand_overridden", "leave --model out"],
  ["8xh100 16xh100 --model gpt2-124m --hardware h100", "operand_overridden", "leave --hardware out"],
  ["run.json 8xh100 --hardware h100", "operand_overridden", "leave --hardware out"],
  ["gpt2-124m gtp2-xl --model gpt2-124m --hardware h100", "unknown_operand", "gpt2-xl-1.5b"],
  ["gpt2-124m gtp2-xl --hardware h100", "unknown_operand", "gpt2-xl-1.5b"],
  ["8xh100-sxm-80gb 8xh100-smx-80gb --model gpt2-124m", "unknown_operand", "h100-sxm-80gb"],
  ["h100 v100 --model gpt2-124m", "ambiguous_hardware", "v100-sxm2-32gb"],
])("compare %s is refused", async (line, code, hint) => {
  const cwd = directoryWith({ "run.json": JSON.stringify(run) });
  const { status, stdout, stderr } = await wallclock(["compare", ...line.split(" "), "--json"], { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(JSON.parse(stderr).issues).toMatchObject([{ code, hint: expect.stringContaining(hint) }]);
});

test.concurrent.each([
  "gpt2-124m gpt2-xl --hardware h100",
  "h100 2xh100 --model gpt2-124m",
  "run.json 4xh100 --model gpt2-124m",
  "openai-community/gpt2 meta-llama/Meta-Llama-3-8B --hardware 8xh100",
])("compare %s has two different columns", async (line) => {
  const cwd = directoryWith({ "run.json": JSON.stringify(run) });
  const argv = ["compare", ...line.split(" "), "--tokens", "1B", "--csv"];
  const { status, stdout, stderr } = await wallclock(argv, { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const cells = stdout.trimEnd().split("\n").slice(1);
  expect(cells.some((row) => row.split(",")[1] !== row.split(",")[2])).toBe(true);
});
