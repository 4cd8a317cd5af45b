/**
 * Everything a release does but publish: packs, tries the tarballs in fresh projects, lists what is in them, asks the
 * registry for known faults, and prints sizes. `pnpm release:check`
 */
import { spawnSync } from "node:child_process";
import { root } from "../root.ts";
import { writeBills } from "./bill.ts";
import { pack, pnpm } from "./pack.ts";
import { sizeLines, sizes } from "./sizes.ts";

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Runs pnpm and shows what it says as it says it. */
function shown(argv: readonly string[]): void {
  const { status } = spawnSync("npx", ["-y", "pnpm@12", ...argv], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`pnpm ${argv.join(" ")} ended with ${status}`);
}

const tests = ["exec", "vitest", "run", "--config", "tooling/vitest.release.config.ts"];

const steps: readonly (readonly [string, () => void])[] = [
  ["build and pack every package", pack],
  ["build the Worker", () => void pnpm(["--filter", "@wallclock/edge", "run", "build"])],
  ["try the tarballs", () => shown(tests)],
  ["publish, dry", () => void pnpm(["-r", "publish", "--dry-run", "--no-git-checks"])],
  ["list what is in them (release/sbom)", writeBills],
  ["known faults of what they depend on", () => shown(["audit", "--ignore-registry-errors"])],
];

for (const [name, step] of steps) {
  const start = performance.now();
  say(`— ${name}`);
  step();
  say(`  ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
say(["", ...sizeLines(await sizes())].join("\n"));
