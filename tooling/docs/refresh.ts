import { readFileSync, writeFileSync } from "node:fs";
import { pages } from "./pages.ts";
import { refresh } from "./readme-blocks.ts";

/** `pnpm docs:refresh`: runs the commands of the pages again and writes what they print now. */
for (const { file } of pages) writeFileSync(file, refresh(readFileSync(file, "utf8")));
