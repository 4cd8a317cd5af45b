import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { root } from "../../root.ts";
import { accuracyFiles, readTables } from "./page.ts";

/** `pnpm docs:accuracy`: writes docs/accuracy.md and its pictures. */
for (const [name, text] of await accuracyFiles(await readTables())) {
  const file = resolve(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
