import { writeFileSync } from "node:fs";
import { writtenLists } from "./catalogue.ts";
import { formatted } from "./format.ts";

/** `pnpm catalogue`: writes the lists of devices from the profiles' files. */
for (const { path, text } of await writtenLists()) writeFileSync(path, formatted(path, text));
