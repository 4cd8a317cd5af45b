import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Pages whose commands are run, and how many of them there are at least. */
export const pages: readonly { readonly name: string; readonly file: string; readonly commands: number }[] = [
  { name: "README.md", file: resolve(root, "README.md"), commands: 4 },
  { name: "docs/plans.md", file: resolve(root, "docs/plans.md"), commands: 14 },
];
