import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { exampleDirectory } from "./files.ts";
import { directoryWith, main, wallclock } from "./wallclock.ts";

const flags = ["--model", "gpt2-124m", "--hardware", "8xh100", "--tokens", "1B"];

const commandLines: readonly (readonly string[])[] = [
  ["estimate", ...flags],
  ["ledger", ...flags],
  ["memory", ...flags],
  ["loss", ...flags, "--target", "3.5"],
  ["compare", "8xa100", "8xh100", "--model", "gpt2-124m", "--tokens", "1B"],
  ["validate", "measured.csv"],
  ["calibrate", "measured.csv"],
  ["fit", "losses.csv"],
  ["hardware"],
  ["hardware", "h100"],
  ["hardware", "dgx-h100"],
  ["models"],
  ["models", "gpt2-124m"],
  ["laws"],
  ["laws", "besiroglu-2024"],
];

const escapeCode = "\u001b[";

test.concurrent.each(commandLines.map((argv) => [argv]))(
  "%j: plain text when piped, within COLUMNS",
  async (argv) => {
    const cwd = exampleDirectory();
    for (const columns of [60, 80]) {
      const { status, stdout } = await wallclock(argv, { cwd, env: { COLUMNS: String(columns) } });
      expect(status).toBe(0);
      expect(stdout).not.toContain(escapeCode);
      expect(stdout.split("\n").filter((line) => [...line].length > columns)).toEqual([]);
    }
  },
);

test("colour only where asked for: FORCE_COLOR overrides, --no-color wins", async () => {
  const argv = ["estimate", ...flags];
  expect((await wallclock(argv, { env: { FORCE_COLOR: "1" } })).stdout).toContain(escapeCode);
  expect((await wallclock([...argv, "--no-color"], { env: { FORCE_COLOR: "1" } })).stdout).not.toMatch(
    escapeCode,
  );
  const plain = await wallclock(argv);
  const coloured = await wallclock(argv, { env: { FORCE_COLOR: "1" } });
  expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
});

test("--output writes the same bytes to a file and never overwrites one without --force", async () => {
  const cwd = directoryWith({});
  const argv = ["estimate", ...flags, "--json"];
  const { stdout } = await wallclock(argv);
  const wrote = await wallclock([...argv, "-o", "e.json"], { cwd });
  expect(wrote).toEqual({ status: 0, stdout: "", stderr: "wrote e.json\n" });
  expect(readFileSync(`${cwd}/e.json`, "utf8")).toBe(stdout);
  writeFileSync(`${cwd}/e.json`, "mine");
  expect((await wallclock([...argv, "-o", "e.json"], { cwd })).status).toBe(2);
  expect(readFileSync(`${cwd}/e.json`, "utf8")).toBe("mine");
  expect((await wallclock([...argv, "-o", "e.json", "--force", "--quiet"], { cwd })).stderr).toBe("");
  expect(readFileSync(`${cwd}/e.json`, "utf8")).toBe(stdout);
  expect((await wallclock([...argv, "-o", "no/such/folder.json"], { cwd })).status).toBe(2);
  expect((await wallclock([...argv, "-o", "-"], { cwd })).stdout).toBe(stdout);
});

test("a reader that leaves early ends the program without a word", async () => {
  const command = `"${process.execPath}" "${main}" hardware --json | head -c 10`;
  const child = spawn("sh", ["-c", command], { stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.resume();
  await new Promise((resolve) => child.on("close", resolve));
  expect(stderr).toBe("");
});

test("Ctrl-C ends a stream with status 130", async () => {
  const child = spawn(process.execPath, [main, "estimate", "--jsonl", "-"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.write('{"model":"gpt2-124m","hardware":"h100"}\n');
  const status = new Promise((resolve) => child.on("close", resolve));
  await Promise.race([status, new Promise((resolve) => child.stdout.once("data", resolve))]);
  child.kill("SIGINT");
  expect(await status).toBe(130);
});
