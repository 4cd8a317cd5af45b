/**
 * Plays the tour in a real terminal (tmux) and keeps what it shows: docs/dashboard/NAME.txt and NAME.svg, and the page.
 *
 * node tooling/tour/play.ts [COLUMNSxROWS]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../root.ts";
import { ansiSvg } from "./ansi-svg.ts";
import { writePage } from "./page.ts";
import { steps } from "./steps.ts";

const folder = join(root, "docs/dashboard");
const [columns = 120, rows = 40] = (process.argv[2] ?? "120x40").split("x").map(Number);
const socket = `tour-${process.pid}`;
const patienceMs = 60_000;

function tmux(...argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("tmux", ["-L", socket, "-f", "/dev/null", ...argv], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`tmux ${argv.join(" ")}: ${stderr}`);
  return stdout;
}

/** The screen once it shows a text and has stopped to change. */
async function screenWith(text: string): Promise<string> {
  const end = performance.now() + patienceMs;
  for (let last = ""; performance.now() < end; await wait(150)) {
    const now = tmux("capture-pane", "-p", "-t", "tour");
    if (now.includes(text) && now === last) return now;
    last = now;
  }
  throw new Error(`"${text}" never came:\n${tmux("capture-pane", "-p", "-t", "tour")}`);
}

function send(key: string): void {
  if (key.startsWith('"')) tmux("send-keys", "-t", "tour", "-l", key.slice(1, -1));
  else tmux("send-keys", "-t", "tour", key);
}

mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "tour-"));
const program = `env -u CI -u NO_COLOR XDG_STATE_HOME=${home} ${process.execPath} ${root}/apps/cli/dist/main.js dash --fresh --theme dark`;
tmux("new-session", "-d", "-s", "tour", "-x", String(columns), "-y", String(rows), program);
try {
  for (const { name, keys, until, title } of steps) {
    for (const key of keys) {
      send(key);
      await wait(key === "Escape" ? 400 : 120);
    }
    const text = await screenWith(until);
    const painted = tmux("capture-pane", "-e", "-p", "-t", "tour").trimEnd().split("\n");
    writeFileSync(join(folder, `${name}.txt`), `${text.trimEnd()}\n`);
    writeFileSync(join(folder, `${name}.svg`), ansiSvg(painted, { columns, title }));
  }
  send("q");
} finally {
  spawnSync("tmux", ["-L", socket, "kill-server"]);
}
writePage();
