import { expect, test } from "vitest";
import { wallclock } from "./wallclock.ts";

const base = ["estimate", "--model", "gpt2-124m", "--hardware", "h100", "--tokens", "1B", "--json"];

test.concurrent.each([
  ["no command at all but a flag", ["--json"], "no_command"],
  ["an unknown command", ["estimat"], "unknown_command"],
  ["an unknown flag", [...base, "--layer", "5"], "unknown_option"],
  ["an unknown short flag", [...base, "-x"], "unknown_option"],
  ["a flag without its value", [...base, "--layers"], "option_needs_value"],
  ["a flag in the place of a value", [...base, "--layers", "--width", "64"], "option_needs_value"],
  ["an empty value, as an unset variable leaves", ["estimate", "--tokens", ""], "option_needs_value"],
  ["a blank value", ["estimate", "--tokens", " "], "option_needs_value"],
  ["an empty operand", ["estimate", ""], "empty_operand"],
  ["a flag twice", [...base, "--tokens", "2B"], "option_given_twice"],
  ["a flag twice, once by its path", [...base, "--training.tokens=2B"], "option_given_twice"],
  ["two machines", [...base, "--device", "a100"], "flags_contradict"],
  ["a switch with a value", [...base, "--quiet=yes"], "option_takes_no_value"],
  ["one operand too many", [...base, "a.json", "b.json"], "too_many_operands"],
  ["columns that are no number", [...base, "--columns", "wide"], "bad_columns"],
  ["a field that the format lacks", [...base, "--training.microBatch", "8"], "unknown_option"],
])("%s is bad input", async (_title, argv, code) => {
  const { status, stdout, stderr } = await wallclock([...argv!, "--json"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(JSON.parse(stderr).issues).toMatchObject([{ code, severity: "error" }]);
});

test.concurrent.each([
  [["estimat"], "estimate"],
  [["help", "ledgr"], "ledger"],
  [["estimate", "--micro-batch", "8"], "--micro-batch-sequences"],
  [["estimate", "--josn"], "--json"],
  [["hardware", "h1000"], "h100-sxm-80gb"],
  [["models", "gpt2-125m"], "gpt2-124m"],
  [["laws", "hofman-2022"], "hoffmann-2022"],
])("wallclock %j suggests %s", async (argv, suggestion) => {
  const { status, stdout, stderr } = await wallclock(argv!);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(suggestion);
});

test.concurrent.each([
  [["--layers", "-5"], "model.layers"],
  [["--layers", "0"], "model.layers"],
  [["--layers=-5"], "model.layers"],
  [["--micro-batch-sequences", "-1"], "training.microBatchSequences"],
  [["--overhead-share", "-0.1"], "training.overheadShare"],
])("%j is out of range at %s, not an unknown flag", async (flags, path) => {
  const { status, stderr } = await wallclock([...base, ...flags!]);
  expect(status).toBe(2);
  expect(JSON.parse(stderr).issues[0]).toMatchObject({ path });
});

/** Each of these says the same as the first. */
const same = [
  ["--micro-batch-sequences", "4", "--tied-embeddings", "--no-causal"],
  ["--micro-batch-sequences=4", "--tied-embeddings=true", "--causal", "false"],
  ["--training.microBatchSequences", "4", "--model.tiedEmbeddings", "true", "--model.causal=false"],
  [
    "--micro-batch-sequences",
    "4",
    "--tied-embeddings",
    "true",
    "--tied-embeddings",
    "--no-causal",
    "--micro-batch-sequences",
    "4",
  ],
];

test("kebab-case, dotted, with an equals sign, booleans in every form, twice: all the same", async () => {
  const ran = await Promise.all(same.map((flags) => wallclock([...flags, ...base])));
  expect(ran.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(new Set(ran.map(({ stdout }) => stdout)).size).toBe(1);
});

test("flags may come before the command and after --", async () => {
  const { stdout } = await wallclock(base);
  expect((await wallclock([...base.slice(1), "estimate"])).stdout).toBe(stdout);
  expect((await wallclock(["--columns", "100", ...base])).stdout).toBe(stdout);
  expect((await wallclock(["models", "--json", "--", "gpt2-124m"])).status).toBe(0);
});

test("null says null, of every kind of field", async () => {
  const plain = await wallclock([...base.slice(0, 5), "--json"]);
  const nulls = ["tokens", "budget", "calibration", "id", "year"].flatMap((flag) => [`--${flag}`, "null"]);
  expect(await wallclock([...base.slice(0, 5), "--json", ...nulls])).toEqual(plain);
  expect(plain.status).toBe(0);
});

test.concurrent.each([
  [["-V"], "wallclock --version prints the version"],
  [["estimate", "-V"], "wallclock --version prints the version"],
  [["estimate", "--csv"], "--csv is a flag of ledger, memory, loss"],
  [["hardware", "--tokens", "1B"], "--tokens is a flag of estimate"],
])("wallclock %j is told %s", async (argv, hint) => {
  const { status, stdout, stderr } = await wallclock(argv!);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(hint);
});

test.concurrent.each([[["bogus"]], [["estimate", "--bogus"]]])("%j is near nothing", async (argv) => {
  const { status, stderr } = await wallclock(argv!);
  expect(status).toBe(2);
  expect(stderr).not.toContain("nearest");
});

test.concurrent.each([
  [["--tokens", "10Q"], '--tokens ("10Q") ', "for example 10B, 2.5e9"],
  [["--tokens", "1e400"], '--tokens ("1e400") ', "for example 10B, 2.5e9"],
  [["--training.tokens=NaN"], '--training.tokens ("NaN") ', "for example 10B, 2.5e9"],
  [["--usd-per-device-hour", "cheap"], '--usd-per-device-hour ("cheap") ', "for example 2.50"],
])("%j names its flag and an example", async (flags, message, hint) => {
  const argv = ["estimate", "--model", "gpt2-124m", "--hardware", "h100", ...flags];
  const { status, stderr } = await wallclock([...argv, "--json"]);
  expect(status).toBe(2);
  const [issue] = JSON.parse(stderr).issues;
  expect(issue.message.startsWith(message)).toBe(true);
  expect(issue.hint).toContain(hint);
});

test("a model and a machine that are missing are named by their flags", async () => {
  const { status, stderr } = await wallclock(["estimate", "--tokens", "1B"]);
  expect(status).toBe(2);
  expect(stderr).toContain("--model gpt2-124m");
  expect(stderr).toContain("--hardware 8xh100");
});
