import { writeFileSync } from "node:fs";
import { apiFile, readSections, writtenPage } from "./api.ts";

/** `pnpm docs:api`: writes docs/api.md. */
writeFileSync(apiFile, writtenPage(await readSections()));
