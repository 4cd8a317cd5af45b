import { OpenAPIHono } from "@hono/zod-openapi";
import { engineVersion } from "@wallclock/core";
import { machineSchemas } from "../reply/catalogue.ts";
import { operations } from "./operations.ts";

export type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const description = `How long a training run takes, what it costs and what loss it reaches, from its hyperparameters: the engine of the
\`wallclock\` command line behind HTTP, with the same bytes for the same input.

Units are SI and spelt in the names. A value that cannot be known is null, with a note. Every GET but that of a job is cacheable and
has a strong ETag. Every status but 2xx, 302 and 304 comes as an RFC 9457 problem document whose \`issues\` name each fault, its path and the nearest fix;
"does not fit in memory" is an answer (\`fits: false\`), not a problem. Bodies: at most 64 kB for a scenario, 2 MB for a batch and for
measured runs. An API key, where the deployment has any, is optional.`;

/**
 * The OpenAPI 3.1 document. Its schemas are core's own, and core's own parsers judge with them, as on the
 * command line: so every fault has its code and the nearest fix, and nothing is checked twice. Made by the build (build/assets.ts), as a
 * Worker that carried what makes it would be nearly twice as large.
 */
export function makeDocument(): Document {
  const app = new OpenAPIHono();
  for (const operation of operations) app.openAPIRegistry.registerPath(operation);
  for (const [name, schema] of Object.entries(machineSchemas)) {
    app.openAPIRegistry.registerComponent("schemas", name, schema);
  }
  app.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "wallclock",
      version: engineVersion,
      description,
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "/" }],
    security: [{}, { key: [] }],
    tags: [
      { name: "run", description: "One training run, or a hundred." },
      { name: "measured runs", description: "What a clock said." },
      { name: "catalogues", description: "Machines, models and laws, with their sources." },
      { name: "about", description: "The API itself." },
    ],
  });
}
