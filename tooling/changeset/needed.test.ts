import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { untold } from "./needed.ts";
import { saysTheSame } from "./same.ts";

const name = "@wallclock/core";
let root: string;

const git = (...argv: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...argv], {
    cwd: root,
    encoding: "utf8",
  });

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

const manifest = (version: string) => JSON.stringify({ name, version });
const source = "packages/core/src/a.ts";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "changeset-"));
  git("init", "-q", "-b", "main");
  write({ "packages/core/package.json": manifest("1.0.0"), [source]: "export const a = 1;\n" });
  git("add", ".");
  git("commit", "-qm", "first");
});
afterEach(() => rmSync(root, { recursive: true }));

test("a changed source needs a changeset that names its package", () => {
  expect(untold(root, "main")).toEqual([]);
  write({ [source]: "export const a = 2;\n" });
  expect(untold(root, "main")).toEqual([{ name, files: [source] }]);
  write({ ".changeset/other.md": '---\n"wallclock": minor\n---\n\nOther\n' });
  expect(untold(root, "main")).toEqual([{ name, files: [source] }]);
  write({ ".changeset/this.md": `---\n"${name}": minor\n---\n\nThis\n` });
  expect(untold(root, "main")).toEqual([]);
});

test("a changeset from before the change says nothing of it", () => {
  write({ ".changeset/before.md": `---\n"${name}": minor\n---\n\nBefore\n` });
  git("add", ".");
  git("commit", "-qm", "second");
  write({ "packages/core/src/b.ts": "export const b = 1;\n" });
  expect(untold(root, "HEAD")).toEqual([{ name, files: ["packages/core/src/b.ts"] }]);
});

test("a source that was moved has no text at its new place before", () => {
  git("mv", source, "packages/core/src/b.ts");
  expect(untold(root, "main")).toEqual([{ name, files: [source, "packages/core/src/b.ts"] }]);
});

test("tests, comments, layout, an empty changeset and a release need none", () => {
  write({ "packages/core/src/a.test.ts": "a;\n", [source]: "/** One. */\nexport const a =\n  1;\n" });
  expect(untold(root, "main")).toEqual([]);
  write({ [source]: "export const a = 2;\n", ".changeset/none.md": "---\n---\n" });
  expect(untold(root, "main")).toEqual([]);
  rmSync(join(root, ".changeset"), { recursive: true });
  write({ "packages/core/package.json": manifest("1.1.0") });
  expect(untold(root, "main")).toEqual([]);
});

test("a type, a string and a dependency are met by users, a tool is not", () => {
  expect(saysTheSame("a.ts", "export type A = 1;", "export type A = 2;")).toBe(false);
  expect(saysTheSame("a.ts", 'f("a");', 'f("b");')).toBe(false);
  expect(saysTheSame("package.json", "{}", '{ "dependencies": { "a": "1" } }')).toBe(false);
  expect(saysTheSame("package.json", "{}", '{ "devDependencies": { "a": "1" } }')).toBe(true);
});
