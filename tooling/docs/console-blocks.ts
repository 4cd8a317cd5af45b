import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { root } from "../root.ts";

/** A ```console block of a page: one command and what it prints. */
export interface Block {
  readonly command: string;
  readonly output: string;
}

const pattern = /```console\n\$ (wallclock [^\n]*)\n([\s\S]*?)```/g;

/** The console blocks of a page that run wallclock. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(pattern)].map((match) => ({ command: match[1] ?? "", output: match[2] ?? "" }));
}

/** What a command prints now, 80 columns wide; `| head -N` keeps its first lines. */
export function outputOf(command: string): string {
  const [call, pipe] = command.split(" | ");
  const words = (call ?? "").match(/"[^"]*"|\S+/g) ?? [];
  const args = words.slice(1).map((word) => word.replaceAll('"', ""));
  const cli = resolve(root, "apps/cli/bin/wallclock.js");
  const text = execFileSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "80", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const most = Number(/^head -(\d+)$/.exec(pipe ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
  const lines = text.trimEnd().split("\n").slice(0, most);
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** The page with every block's output as it is now. */
export function refresh(page: string): string {
  return page.replace(
    pattern,
    (_, command: string) => `\`\`\`console\n$ ${command}\n${outputOf(command)}\`\`\``,
  );
}
