import { createContext, runInContext } from "node:vm";
import { expect, inject, test } from "vitest";
import { bundled } from "./bundles.ts";
import { onNode } from "./nodes.ts";

const consumer = inject("consumer");
const usual = 'import { answer } from "./estimate.js";\nglobalThis.answer = answer();';

test("bundled for a browser it estimates with nothing but the language, byte for byte as on Node", async () => {
  const { code, imports } = await bundled(consumer, usual);
  expect(imports).toEqual([]);
  const browser = createContext({});
  runInContext(code, browser);
  expect(browser.answer).toBe(JSON.parse(onNode(consumer, ["every-entry.js"])).answer);
});

test("an application that names one machine brings that one along", async () => {
  const { code } = await bundled(consumer, 'export { h100Sxm80gb } from "@wallclock/hardware";');
  expect(code).toContain("h100-sxm-80gb");
  expect(code).not.toContain("a100-sxm-80gb");
});
