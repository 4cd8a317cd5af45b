import { existsSync, mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const long = "x".repeat(256);

const refused = async (argv: readonly string[], cwd = directoryWith({})) => {
  const { status, stdout, stderr } = await wallclock(argv, { cwd });
  expect({ argv, status, stdout }).toEqual({ argv, status: 2, stdout: "" });
  expect(stderr).toMatch(/^✖ /);
  expect(stderr).not.toContain(long);
  return stderr.replaceAll(/\s+/g, " ");
};

test.concurrent.each([
  [["estimate", "--hardware", long, "--model", "gpt2-124m"], "no device or cluster"],
  [["estimate", "--hardware", "h100", "--model", long], "model"],
  [["estimate", "--hardware", "h100", "--model", "gpt2-124m", "--law", long], "lossLaw"],
  [["estimate", "--hardware", "h100", "--model", "gpt2-124m", "--calibration", long], "too long a name"],
  [["estimate", long], "too long a name"],
  [["estimate", "--jsonl", long], "too long a name"],
  [["estimate", `./${long}.json`], "too long a name"],
  [["compare", long, "gpt2-124m", "--hardware", "h100"], "model"],
  [["validate", long], "too long a name"],
  [["validate", "--calibration", long], "too long a name"],
  [["calibrate", long], "too long a name"],
  [["hardware", long], "no device or cluster"],
  [["models", "-o", long], "too long a name"],
])("a name that no file can have is bad input: %j", async (argv, reason) => {
  // A file system may look for the file before it looks at the length of its name.
  const known =
    reason === "too long a name" ? /too long a name|does not exist/ : new RegExp(reason as string);
  expect(await refused(argv as string[])).toMatch(known);
});

/** Opens, and fails when it is read; elsewhere than on Linux it is not there. */
const memory = "/proc/self/mem";
const reason = existsSync(memory) ? "cannot be read (EIO)" : "does not exist";

test.concurrent.each([
  [["validate", memory]],
  [["estimate", memory]],
  [["estimate", "--jsonl", memory]],
  [["calibrate", memory]],
  [["estimate", "--model", memory, "--hardware", "h100"]],
])("a file that fails half way, or is not there, is bad input: %j", async (argv) => {
  expect(await refused(argv!)).toContain(`${memory} ${reason}`);
});

test("a directory to write to is called one", async () => {
  const cwd = directoryWith({});
  mkdirSync(`${cwd}/out`);
  for (const force of [[], ["--force"]]) {
    const stderr = await refused(["models", "-o", "out", ...force], cwd);
    expect(stderr).toContain("out is a directory");
    expect(stderr).not.toContain("--force");
  }
  expect(await refused(["models", "-o", "no/such/file"], cwd)).toContain("its folder does not exist");
});

test("a binary file of runs is one error, for validate and --jsonl", async () => {
  const cwd = directoryWith({ "runs.jsonl": Buffer.from([0x7f, 0x45, 0x4c, 0x46, 10, 0, 10, 1, 10]) });
  for (const argv of [
    ["validate", "runs.jsonl"],
    ["estimate", "--jsonl", "runs.jsonl"],
  ]) {
    expect(await refused(argv, cwd)).toBe("✖ runs.jsonl is a binary file, not text ");
  }
});

test("a fault in a line has the line's number only", async () => {
  const cwd = directoryWith({ "runs.jsonl": `${JSON.stringify(run)}\n\n{"model" 1}\n` });
  const { stdout } = await wallclock(["estimate", "--jsonl", "runs.jsonl"], { cwd });
  const { issues } = JSON.parse(stdout.trimEnd().split("\n").at(-1)!);
  expect(issues[0].message).toBe('line 3 is not valid JSON at column 10: expected :, found "1"');
  const read = await wallclock(["validate", "runs.jsonl", "--json"], { cwd });
  expect(read.stdout + read.stderr).toContain("line 3 of runs.jsonl is not valid JSON at column 10");
});

test.concurrent.each([
  ["// mine", "// mine\n{}"],
  ["/* mine */", '{"model": "gpt2-124m", /* mine */ "hardware": "h100"}'],
])("JSON with %s is told that it has no comments", async (_comment, input) => {
  const { status, stderr } = await wallclock(["estimate", "-"], { input: input! });
  expect(status).toBe(2);
  expect(stderr).toContain("JSON has no comments");
});

test("a path is no comment", async () => {
  const { stderr } = await wallclock(["estimate", "-"], { input: "/etc" });
  expect(stderr).not.toContain("comments");
});
