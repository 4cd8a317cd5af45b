import { readFileSync, writeFileSync } from "node:fs";
import { withAccuracy } from "./accuracy-table.ts";
import { refresh } from "./console-blocks.ts";
import { accuracyPage, pages } from "./console-pages.ts";

/** `pnpm docs:refresh`: runs the commands of the pages again and writes what they print now, and the table of errors. */
const accuracy = readFileSync(accuracyPage, "utf8");
for (const { file } of pages)
  writeFileSync(file, withAccuracy(refresh(readFileSync(file, "utf8")), accuracy));
