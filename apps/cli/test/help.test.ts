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
