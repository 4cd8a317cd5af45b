import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { exampleLeaves } from "../../src/dash/example.ts";
import { frameText } from "../../src/dash/frame.ts";
import { keyCommands } from "../../src/dash/keys/commands.ts";
import { after, opened } from "./drive.ts";
import { dash } from "./program.ts";
import { openTerminal } from "./pty.ts";
import { world } from "./world.ts";

/** What the screen should show: the reducer's own frame after the same keys. */
const expected = (keys: readonly string[], columns = 80, rows = 24): string => {
  return frameText(after(opened(columns, rows), ...keys), world).trimEnd();
};

const shown = (text: string): string => text.trimEnd();

test("every key of the table does in a terminal what the reducer says", async () => {
  const terminal = await dash();
  const keys: string[] = [];
  for (const { id, keys: names } of keyCommands) {
    if (id === "quit") continue;
    for (const key of names) {
      // Down first, so that there is a number to change; what a key opens is closed again.
      for (const each of ["down", key, "esc"]) {
        keys.push(each);
        terminal.press(each);
        const frame = expected(keys);
        await terminal.until(`${key} (${id}), ${each}`, (text) => shown(text) === frame);
      }
    }
  }
  terminal.press("q");
  expect(await terminal.ended).toBe(0);
}, 240_000);

test("a change of size leaves no debris, and one that is too small a word", async () => {
  const terminal = await dash();
  for (const [columns, rows] of [
    [120, 40],
    [40, 12],
    [60, 16],
    [20, 5],
    [200, 60],
    [100, 30],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    const frame = expected([], columns, rows);
    await terminal.until(`${columns}x${rows}`, (text) => shown(text) === frame);
  }
  terminal.press("q");
  await terminal.ended;
});

test("a signal that ends it gives the screen back, and what was changed is kept", async () => {
  const terminal = await dash();
  terminal.press("down", "right");
  await terminal.until("13 layers", (text) => /layers\s+◂ 13 ▸/.test(text));
  const kept = `${terminal.cwd}/wallclock/dash.json`;
  while (!(existsSync(kept) && /"layers":\s*13/.test(readFileSync(kept, "utf8")))) await wait(50);
  terminal.signal(constants.signals.SIGTERM);
  await terminal.ended;
  expect(terminal.screen.isAlternate).toBe(false);
  expect(terminal.written()).toContain("\u001b[?25h");
});

test("leaving gives the screen back, and prints the command and the answer", async () => {
  for (const key of ["q", "ctrl+c"]) {
    const terminal = await dash();
    expect(terminal.screen.isAlternate).toBe(true);
    terminal.press(key);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen.isAlternate).toBe(false);
    expect(terminal.screen.text()).toContain(`wallclock estimate --model ${exampleLeaves.model}`);
    expect(terminal.screen.text()).toMatch(/TIME .* LOSS .* COST .* FITS/);
    expect(terminal.written()).toContain("\u001b[?25h");
    expect(terminal.isCooked()).toBe(true);
  }
});

test("what was left is there the next time, and what was copied or written is outside", async () => {
  const terminal = await dash();
  terminal.press("down", "right");
  await terminal.until("13 layers", (text) => /layers\s+◂ 13 ▸/.test(text));
  terminal.press("y");
  await terminal.until("the copy", (text) => text.includes("copied the command"));
  const copy = Buffer.from("wallclock estimate --layers 13").toString("base64").slice(0, 30);
  await terminal.until("the clipboard", () => terminal.written().includes(`\u001b]52;c;${copy}`));
  terminal.press("x", "enter");
  await terminal.until("a name", (text) => text.includes("write to: wallclock.json"));
  terminal.press("enter");
  await terminal.until("the file", (text) => text.includes("wrote wallclock.json"));
  expect(existsSync(`${terminal.cwd}/wallclock.json`)).toBe(true);
  terminal.press("q");
  await terminal.ended;
  const again = openTerminal([], { cwd: terminal.cwd, env: { XDG_STATE_HOME: terminal.cwd } });
  await again.until("13 layers", (text) => /layers\s+13/.test(text));
  again.press("q");
  expect(await again.ended).toBe(0);
});

test("without colour nothing is coloured, and on a dumb terminal there is no dashboard", async () => {
  const plain = await dash({ env: { NO_COLOR: "1" } });
  const codes = plain
    .written()
    .split("\u001b[")
    .map((part) => /^([\d;]*)m/.exec(part)?.[1] ?? "");
  expect(codes.filter((code) => !["", "0", "1", "22"].includes(code))).toEqual([]);
  plain.press("q");
  await plain.ended;
  const dumb = openTerminal(["dash", "--fresh"], { env: { TERM: "dumb" } });
  expect(await dumb.ended).toBe(0);
  expect(dumb.written()).toContain("TIME");
  expect(dumb.written()).not.toContain("\u001b");
});
