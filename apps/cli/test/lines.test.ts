import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const good = (id: string) => JSON.stringify({ ...run, id });

test("bad lines are answered in their place and the rest go on", async () => {
  const input = [
    good("a"),
    "",
    "{",
    JSON.stringify({ ...run, id: "b", hardware: "h1000" }),
    "   \r",
    "[]",
    '{"id": 7}',
    "x".repeat(9 * 2 ** 20),
    good("c"),
  ].join("\n");
  const { status, stdout, stderr } = await wallclock(["estimate", "--jsonl", "-"], { input });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "5 of 7 lines could not be estimated\n" });
  const replies = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(replies.map(({ id, line }) => ({ id, line }))).toEqual([
    { id: "a", line: undefined },
    { id: null, line: 3 },
    { id: "b", line: 4 },
    { id: null, line: 6 },
    { id: null, line: 7 },
    { id: null, line: 8 },
    { id: "c", line: undefined },
  ]);
  expect(Object.keys(replies[1])).toEqual(["id", "line", "issues"]);
  expect(replies[1].issues[0].code).toBe("json_invalid");
  expect(replies[2].issues[0].code).toBe("unknown_hardware");
  expect(replies[5].issues[0].code).toBe("line_too_long");
});

test("200 MB without a line feed are one clear error in little memory", async () => {
  const chunk = Buffer.alloc(2 ** 20, "[");
  const input = Buffer.concat(Array.from({ length: 200 }, () => chunk));
  const { status, stdout, stderr } = await wallclock(["estimate", "--jsonl", "-"], {
    input,
    env: { NODE_OPTIONS: "--max-old-space-size=64" },
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "1 of 1 lines could not be estimated\n" });
  expect(JSON.parse(stdout)).toMatchObject({ id: null, line: 1, issues: [{ code: "line_too_long" }] });
});

test("flags go over every line", async () => {
  const input = `${good("a")}\n${good("b")}\n`;
  const { stdout } = await wallclock(
    ["estimate", "--jsonl", "-", "--tokens", "2B", "--law", "hoffmann-2022"],
    { input },
  );
  const replies = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(replies.map(({ id, loss }) => [id, loss.law])).toEqual([
    ["a", "hoffmann-2022"],
    ["b", "hoffmann-2022"],
  ]);
  expect(replies[0].run.tokens).toBeGreaterThan(2e9 - 1);
});

test("--jsonl reads a file and writes to --output", async () => {
  const cwd = directoryWith({ "runs.jsonl": `${good("a")}\n${good("b")}` });
  const { stdout } = await wallclock(["estimate", "--jsonl", "runs.jsonl"], { cwd });
  expect(stdout.split("\n").length).toBe(3);
  expect(await wallclock(["estimate", "--jsonl", "runs.jsonl", "-o", "out.jsonl"], { cwd })).toMatchObject({
    status: 0,
    stdout: "",
  });
  expect((await wallclock(["estimate", "--jsonl", "runs.jsonl", "-o", "out.jsonl"], { cwd })).status).toBe(2);
});

test.each([
  ["standard input", "-", ""],
  ["standard input", "-", "\n  \n"],
  ["empty.jsonl", "empty.jsonl", undefined],
])("no scenario in %s is said on standard error", async (origin, file, input) => {
  const cwd = directoryWith({ "empty.jsonl": "" });
  const ran = await wallclock(["estimate", "--jsonl", file, "--quiet"], { cwd, input });
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toMatch(new RegExp(`^✖ ${origin} holds no scenario\n`));
});

test("a file that is not there is an error as text, as JSON with --json", async () => {
  const argv = ["estimate", "--jsonl", "nosuch"];
  expect(await wallclock(argv)).toEqual({ status: 2, stdout: "", stderr: "✖ nosuch does not exist\n" });
  const { stderr } = await wallclock([...argv, "--json"]);
  expect(JSON.parse(stderr).issues).toMatchObject([{ code: "file_unreadable" }]);
});

test("a flag does not hide what is wrong with a line, and gives what it lacks", async () => {
  const wrong = [{ tokens: "many" }, { tokens: -1 }].map((training) =>
    JSON.stringify({ ...run, id: "wrong", training }),
  );
  const { hardware: _h, model: _m, ...rest } = run;
  const input = [...wrong, JSON.stringify({ ...rest, hardware: 8 }), JSON.stringify(rest)].join("\n");
  const argv = ["estimate", "--jsonl", "-", "--tokens", "1B", "--hardware", "h100", "--model", "gpt2-124m"];
  const { status, stdout } = await wallclock(argv, { input });
  expect(status).toBe(2);
  const replies = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(replies.map(({ issues }) => issues?.[0].path)).toEqual([
    "training.tokens",
    "training.tokens",
    "hardware",
    undefined,
  ]);
});
