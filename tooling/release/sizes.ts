import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../root.ts";
import { bundled } from "./bundles.ts";
import { tarballOf } from "./pack.ts";
import { published } from "./packages.ts";

/** Something that is downloaded or uploaded, and how much of it there is. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly gzipBytes: number | null;
}

/** What an application ships for one import, minified, zod beside it. */
const imports: readonly (readonly [string, string])[] = [
  ["import { estimate } from core", 'export { estimate } from "@wallclock/core";'],
  ["import { estimate } from core/estimate", 'export { estimate } from "@wallclock/core/estimate";'],
  ["import * from core", 'export * from "@wallclock/core";'],
  ["import { h100Sxm80gb } from hardware", 'export { h100Sxm80gb } from "@wallclock/hardware";'],
  ["import { createClient } from client", 'export { createClient } from "@wallclock/client";'],
];

const ofText = (what: string, text: Buffer | string): Size => ({
  what,
  bytes: Buffer.byteLength(text),
  gzipBytes: gzipSync(text).length,
});

/** Sizes of everything a release consists of. */
export async function sizes(): Promise<Size[]> {
  const tarballs = published.map((each) => {
    const list = execFileSync("tar", ["-tzvf", tarballOf(each)], { encoding: "utf8" })
      .trim()
      .split("\n");
    const bytes = list.reduce((sum, line) => sum + Number(line.split(/\s+/)[2]), 0);
    return {
      what: `${each.name} tarball, ${list.length} files`,
      bytes,
      gzipBytes: statSync(tarballOf(each)).size,
    };
  });
  const bundles: Size[] = [];
  for (const [what, code] of imports)
    bundles.push(ofText(what, (await bundled(resolve(root, "tooling"), code, ["zod"])).code));
  return [...tarballs, ...bundles, ...worker()];
}

function worker(): Size[] {
  const folder = resolve(root, "apps/edge/dist");
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  return scripts.map((file) => ofText(`the Worker, ${file}`, readFileSync(resolve(folder, file))));
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1).padStart(8)} KiB`;

/** The sizes as lines of a table. */
export function sizeLines(list: readonly Size[]): string[] {
  const width = Math.max(...list.map(({ what }) => what.length));
  return list.map(
    ({ what, bytes, gzipBytes }) =>
      `${what.padEnd(width)} ${kib(bytes)} ${gzipBytes === null ? "" : `${kib(gzipBytes)} gzip`}`,
  );
}
