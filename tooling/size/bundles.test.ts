import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const source = (file: string): string => resolve(import.meta.dirname, "../../packages", file);
const entries = {
  core: source("core/src/index.ts"),
  "core/estimate": source("core/src/estimate/written-out.ts"),
  hardware: source("hardware/src/index.ts"),
};

/** Minified code of a program for browsers that takes one name from a package; zod stands beside it. */
async function bundled(name: string, from: keyof typeof entries = "core"): Promise<string> {
  const entry = "\0entry";
  const build = await rolldown({
    input: entry,
    platform: "browser",
    external: ["zod"],
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `export { ${name} } from ${JSON.stringify(entries[from])};` : null),
      },
    ],
  });
  const { output } = await build.generate({ minify: true });
  return output[0].code;
}

/** The same by esbuild, which takes a call for an effect unless it is marked as none: `/* @__PURE__ *\/`. */
async function bundledByEsbuild(
  name: string,
  from: keyof typeof entries,
  external: string[],
): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${name} } from ${JSON.stringify(entries[from])};`,
      resolveDir: source("core"),
    },
    bundle: true,
    minify: true,
    format: "esm",
    external,
    write: false,
  });
  return outputFiles[0]!.text;
}

/**
 * What each weighs, compressed: Hugging Face configs 10 KiB, presets 7.5, ledger 7.5, time 7.5, the scenario's rules 6,
 * loss 6, memory 4.5, calibrations 2.5 (docs/log.md). More needs a reason:
 * of the last two KiB, one reads the configs of ERNIE 4.5 MoE, MiniMax M2, Ling, Granite 4, Mistral 4 and GLM 4.7 Flash.
 */
const most = 58 * 1024;

test("a bundle that takes estimate alone is at most 58 KiB gzip", async () => {
  expect(gzipSync(await bundled("estimate")).length).toBeLessThanOrEqual(most);
});

test("a bundle that takes it for models written out is at most 40 KiB gzip: no preset, no reader of configs", async () => {
  const code = await bundled("estimate", "core/estimate");
  expect(gzipSync(code).length).toBeLessThanOrEqual(40 * 1024);
  expect(["llama-3.1-8b", "num_attention_heads"].filter((text) => code.includes(text))).toEqual([]);
});

test("it is at most 40 KiB by esbuild too, and has nothing of zod where zod is bundled", async () => {
  expect(gzipSync(await bundledByEsbuild("estimate", "core/estimate", ["zod"])).length).toBeLessThanOrEqual(
    40 * 1024,
  );
  const whole = await bundledByEsbuild("estimate", "core/estimate", []);
  expect(gzipSync(whole).length).toBeLessThanOrEqual(40 * 1024);
});

test("a bundle that takes estimate has no schema of scenarios, laws and profiles, no allocation law, no plan and no report", async () => {
  const code = await bundled("estimate");
  const foreign = ["LossLaw", "Scenario", "an id is kebab-case", "RefinedWeb", "PlanRequest", "<svg"];
  expect(foreign.filter((text) => code.includes(text))).toEqual([]);
});

test("a bundle that takes parseScenario has the schemas of a scenario", async () => {
  expect((await bundled("parseScenario")).includes("Scenario")).toBe(true);
});

test("a bundle that takes one profile has that one alone, in at most 4 KiB gzip", async () => {
  const code = await bundled("h100Sxm80gb", "hardware");
  expect(gzipSync(code).length).toBeLessThanOrEqual(4 * 1024);
  const foreign = ["a100-sxm-80gb", "dgx-h100", "ZodObject"];
  expect(foreign.filter((text) => code.includes(text))).toEqual([]);
  expect(code.includes("h100-sxm-80gb")).toBe(true);
});

test("a bundle that takes the catalogue of profiles has all of them, and no cluster", async () => {
  const code = await bundled("profiles", "hardware");
  expect(["h100-sxm-80gb", "a100-sxm-80gb", "dgx-h100"].filter((id) => code.includes(id))).toEqual([
    "h100-sxm-80gb",
    "a100-sxm-80gb",
  ]);
});
