import { expect, test } from "vitest";
import type { Vite } from "vitest/node";

const entry = "virtual:entry";

/** The bundler that vitest brings along; this package does not depend on one. */
const bundler: Promise<typeof Vite> = import(import.meta.resolve("vite", import.meta.resolve("vitest")));

/** The code a bundler ships for an application of one statement. */
async function bundle(code: string): Promise<string> {
  const { build } = await bundler;
  const result = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? `${import.meta.dirname}/entry.ts` : null),
        load: (id) => (id.endsWith("/test/entry.ts") ? code : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((built) => ("output" in built ? built.output : []))
    .map((file) => (file.type === "chunk" ? file.code : ""))
    .join("\n");
}

test("importing one profile bundles that profile alone", async () => {
  const code = await bundle(`export { h100Sxm80gb } from "@wallclock/hardware";`);
  expect(code).toContain("h100-sxm-80gb");
  expect(code).not.toContain("a100-sxm-80gb");
  expect(code).not.toContain("dgx-h100");
  expect(code).not.toContain("ZodObject");
  expect(code.length).toBeLessThan(20_000);
});

test("importing the catalogue bundles all of it", async () => {
  const code = await bundle(`export { profiles } from "@wallclock/hardware";`);
  expect(code).toContain("h100-sxm-80gb");
  expect(code).toContain("a100-sxm-80gb");
  expect(code).not.toContain("dgx-h100");
});
