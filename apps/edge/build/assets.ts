import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { serialize } from "@wallclock/core";
import { docsPage } from "../src/openapi/docs-page.ts";
import { makeDocument } from "../src/openapi/document.ts";

/** Writes the static files of the Worker: the document and its page. Wrangler runs it before it bundles. */
const folder = resolve(import.meta.dirname, "../assets");
const document = makeDocument();
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, "openapi.json"), serialize(document));
writeFileSync(resolve(folder, "docs.html"), docsPage(document));
