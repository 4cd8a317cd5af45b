/**
 * Fails when the source of a package changed and no changeset says so: node tooling/changeset/check.ts [BASE]
 *
 * BASE is what is compared with; without it the main branch, here or at origin. Where there is none, nothing is compared.
 */
import { spawnSync } from "node:child_process";
import { root } from "../root.ts";
import { untold } from "./needed.ts";

const given = process.argv[2] || process.env.WALLCLOCK_BASE;
const bases = given === undefined || given === "" ? ["origin/main", "main"] : [given];

const forkFrom = (branch: string) =>
  spawnSync("git", ["merge-base", "HEAD", branch], { cwd: root, encoding: "utf8" }).stdout.trim();
const base = bases.map(forkFrom).find((commit) => commit !== "");

if (base === undefined) {
  process.stdout.write(`changesets: nothing to compare with (${bases.join(", ")})\n`);
  process.exitCode = given === undefined ? 0 : 2;
} else {
  const packages = untold(root, base);
  for (const { name, files } of packages)
    process.stdout.write(`${name} changed (${files.slice(0, 3).join(", ")}) and no changeset names it\n`);
  process.stdout.write(
    packages.length === 0
      ? "changesets: every changed package has one\n"
      : "write one with `pnpm changeset`, or `pnpm changeset --empty` for a change that nobody meets\n",
  );
  process.exitCode = packages.length === 0 ? 0 : 1;
}
