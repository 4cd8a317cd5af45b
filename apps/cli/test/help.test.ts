import { expect, test } from "vitest";
import { commands } from "../src/cli.ts";
import { exampleDirectory } from "./files.ts";
import { wallclock } from "./wallclock.ts";

const lines = (text: string) => text.trimEnd().split("\n");
const tooWide = (text: string, columns: number) => lines(text).filter((line) => [...line].length > columns);

test("the front page lists every command on one screen, and so does wallclock alone", async () => {
  const { status, stdout, stderr } = await wallclock(["--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(lines(stdout).length).toBeLessThanOrEqual(24);
  expect(tooWide(stdout, 80)).toEqual([]);
  for (const { id } of commands) expect(stdout).toContain(`\n  ${id} `);
  expect((await wallclock([])).stdout).toBe(stdout);
  expect((await wallclock(["help"])).stdout).toBe(stdout);
});

test.each(commands.map(({ id }) => id))(
  "the page of %s starts with examples and fits 80 columns",
  async (id) => {
    const { status, stdout, stderr } = await wallclock([id, "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines(stdout)[2]).toBe("Examples");
    expect(tooWide(stdout, 80)).toEqual([]);
    expect((await wallclock(["help", id])).stdout).toBe(stdout);
  },
);

test.concurrent.each(commands.flatMap(({ id, examples }) => examples.map((example) => [id, example])))(
  "help of %s: wallclock %s runs",
  async (_id, example) => {
    const { status, stdout, stderr } = await wallclock(example!.split(" "), { cwd: exampleDirectory() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("✖") });
    expect(stdout).not.toBe("");
  },
);

test("every example of a help page names its own command", () => {
  for (const { id, examples } of commands) {
    for (const example of examples) expect(example.split(" ")[0]).toBe(id);
  }
});

const pages = [["--help"], ["bogus"], ...commands.map(({ id }) => [id, "--help"])];

test.concurrent.each(pages)("%s fits 40 and 60 columns, by COLUMNS and by --columns", async (...argv) => {
  for (const columns of [40, 60]) {
    const env = { COLUMNS: String(columns) };
    const { stdout, stderr } = await wallclock(argv, { env });
    expect(stdout + stderr).not.toBe("");
    expect(tooWide(stdout + stderr, columns)).toEqual([]);
    const flagged = await wallclock([...argv, "--columns", String(columns)]);
    expect(flagged).toMatchObject({ stdout, stderr });
  }
});

test("an error fits 40 columns", async () => {
  const argv = ["estimate", "--model", "gpt5", "--hardware", "h1000", "--columns", "40", "--tokens", "10Q"];
  const { status, stderr } = await wallclock(argv);
  expect(status).toBe(2);
  expect(tooWide(stderr, 40)).toEqual([]);
});

test("everyday flags come first, once, and those deep in the scenario by their paths", async () => {
  const { stdout } = await wallclock(["help", "estimate", "--columns=120"]);
  const titles = lines(stdout).filter((line) => /^[A-Z]\w+$/.test(line));
  expect(titles).toEqual([
    ...["Examples", "Usage", "Everyday", "Flags"],
    ...["Scenario", "Model", "Training", "Software", "Parallel", "Hardware", "Budget"],
  ]);
  const flags = lines(stdout).flatMap((line) => /^ {2}(?:-\w, )?(--\S+)/.exec(line)?.[1] ?? []);
  expect(flags.slice(0, 4)).toEqual(["--model", "--hardware", "--tokens", "--budget"]);
  expect(new Set(flags).size).toBe(flags.length);
  expect(flags).toContain("--model.bias.head");
  expect(flags).not.toContain("--head");
});
