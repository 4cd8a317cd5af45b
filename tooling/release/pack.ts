import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../root.ts";
import { type Published, published } from "./packages.ts";

/** Where a release is put together: tarballs, and the list of what is in them. */
export const releaseFolder: string = resolve(root, "release");

/** The tarball of a package, named as `pnpm pack` names it. */
export function tarballOf({ name, version }: Published): string {
  return resolve(releaseFolder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
}

/** Builds every package from nothing and packs it, as publishing would. */
export function pack(): void {
  rmSync(releaseFolder, { recursive: true, force: true });
  mkdirSync(releaseFolder);
  for (const { folder } of published) {
    rmSync(resolve(folder, "dist"), { recursive: true, force: true });
    pnpm(["run", "build"], folder);
    pnpm(["pack", "--pack-destination", releaseFolder], folder);
  }
  const missing = published.filter((each) => !existsSync(tarballOf(each)));
  if (missing.length > 0) throw new Error(`not packed: ${missing.map(({ name }) => name).join(", ")}`);
}

/** Runs pnpm and shows what it says only when it fails. */
export function pnpm(argv: readonly string[], cwd: string = root): string {
  try {
    return execFileSync("npx", ["-y", "pnpm@12", ...argv], { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`pnpm ${argv.join(" ")} in ${cwd}:\n${stdout}${stderr}`);
  }
}
