import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { serialize } from "@wallclock/core";
import { docsPage, filesPath, problemsPage, startScript } from "../src/docs/pages.ts";
import { makeDocument } from "../src/openapi/document.ts";

/** Writes the static files of the Worker: the document, its pages and Swagger UI. Wrangler runs it before it bundles. */
const folder = resolve(import.meta.dirname, "../assets");
const files = join(folder, filesPath);
const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(files, { recursive: true });
writeFileSync(join(folder, "openapi.json"), serialize(makeDocument()));
writeFileSync(join(folder, "docs.html"), docsPage);
writeFileSync(join(folder, "problems.html"), problemsPage);
writeFileSync(join(files, "start.js"), startScript);
for (const name of [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt",
  "LICENSE",
  "NOTICE",
]) {
  copyFileSync(join(swagger, name), join(files, name));
}
writeFileSync(
  join(folder, "_headers"),
  `${filesPath}/*\n  Cache-Control: public, max-age=3600, stale-while-revalidate=86400\n  X-Content-Type-Options: nosniff\n`,
);
