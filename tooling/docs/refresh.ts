import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { refresh } from "./readme-blocks.ts";

/** `pnpm docs:refresh`: runs the README's commands again and writes what they print now. */
const file = resolve(import.meta.dirname, "../../README.md");
writeFileSync(file, refresh(readFileSync(file, "utf8")));
