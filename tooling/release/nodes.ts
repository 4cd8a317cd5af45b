import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** The Nodes that are promised to work; 26 is the workspace's, the others are the consumer's. */
export function nodesIn(consumer: string): { readonly name: string; readonly binary: string }[] {
  const installed = ["node22", "node24"].map((name) => ({
    name,
    binary: resolve(consumer, "node_modules", name, "bin/node"),
  }));
  return [...installed, { name: "node26", binary: process.execPath }];
}

/** What Node prints in a folder, without anything of the environment of the one who asks. */
export function onNode(folder: string, argv: readonly string[], binary: string = process.execPath): string {
  return execFileSync(binary, argv, {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { PATH: process.env.PATH },
  });
}
