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
