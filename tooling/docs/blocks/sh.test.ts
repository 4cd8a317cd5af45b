import { execFileSync, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { faultOf } from "./check.ts";
import { fencesOf, pagesOf } from "./fences.ts";
import { commandsOf, reasonOf } from "./lines.ts";
import { makeScratch } from "./scratch.ts";

const pages = pagesOf().map((page) => ({
  page,
  commands: fencesOf(page)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => commandsOf(text)),
}));
const all = pages.flatMap(({ commands }) => commands);
const { env } = makeScratch();
const help = (name: string) => execFileSync("wallclock", [name, "--help"], { env, encoding: "utf8" });

test("a block of a page is of a language that is run or read", () => {
  // Read: text is a picture of a screen, md a sample of prose, mermaid a drawing with a test of its own.
  const known = ["console", "sh", "ts", "python", "json", "text", "md", "mermaid"];
  const others = pagesOf()
    .flatMap(fencesOf)
    .filter(({ language }) => !known.includes(language));
  expect(others.map(({ page, line, language }) => `${page}:${line} ${language}`)).toEqual([]);
});

test.each(pages.filter(({ commands }) => commands.some((command) => reasonOf(command) === undefined)))(
  "the commands of $page run, one after the other",
  ({ commands }) => {
    const { folder, env } = makeScratch();
    const faults = commands
      .filter((command) => reasonOf(command) === undefined)
      .map((command) => {
        const { status, stderr } = spawnSync("sh", ["-c", command], {
          cwd: folder,
          env,
          encoding: "utf8",
          maxBuffer: 2 ** 28,
        });
        return status === 0 ? null : `${command}: status ${status}, ${stderr.slice(0, 300)}`;
      });
    rmSync(folder, { recursive: true, force: true });
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  },
);

test("a command that is not run names scripts and options that exist", () => {
  const faults = all.map((command) => {
    const reason = reasonOf(command);
    return reason === undefined ? null : faultOf(command, reason, help);
  });
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
});
