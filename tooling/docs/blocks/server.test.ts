import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Fence, fencesOf, pagesOf, root } from "./fences.ts";
import { commandsOf } from "./lines.ts";
import { makeScratch } from "./scratch.ts";
import { blockFaults, compilerFaults, removeBlocks, type WrittenBlock, writeBlocks } from "./typescript.ts";

const address = /(?:http:\/\/)?localhost:8787/g;
const asks = ({ text }: Fence): boolean => text.includes("localhost:8787");
const fences = pagesOf().flatMap(fencesOf).filter(asks);
const of = (language: string) => fences.filter((fence) => fence.language === language);
const curls = of("sh").flatMap(({ page, text }) =>
  commandsOf(text)
    .filter((command) => command.startsWith("curl "))
    .map((command) => ({ page, command })),
);

interface Workerd {
  readonly bundle: () => string;
  readonly serve: (script: string) => Promise<{ readonly origin: string; readonly stop: () => void }>;
}

const run = promisify(execFile);
const { folder, env } = makeScratch();
let server: Awaited<ReturnType<Workerd["serve"]>>;
let blocks: readonly WrittenBlock[] = [];

/** The Worker as a deployment would upload it, under workerd. */
beforeAll(async () => {
  const support: Workerd = await import(resolve(root, "apps/edge/test/support/workerd.ts"));
  server = await support.serve(join(support.bundle(), "index.js"));
  const here = (fence: Fence) => ({ ...fence, text: fence.text.replaceAll(address, server.origin) });
  blocks = writeBlocks(of("ts").map(here));
}, 300_000);

afterAll(() => {
  server.stop();
  removeBlocks(blocks);
  rmSync(folder, { recursive: true, force: true });
});

test.each(curls)("$page: $command is answered", async ({ command }) => {
  const asked = command.replaceAll(address, server.origin).replace(/^curl /, "curl --fail-with-body ");
  const { stdout } = await run("sh", ["-c", asked], { env });
  expect(stdout.length).toBeGreaterThan(10);
});

test.each(of("python"))("the Python of $page:$line runs against the server", async ({ text }) => {
  await run("python3", ["-c", text.replaceAll(address, server.origin)], { cwd: folder, env });
});

test("the TypeScript of pages that asks the server compiles, and gives what it shows", async () => {
  expect(blocks.length).toBeGreaterThan(0);
  expect(compilerFaults(blocks)).toBe("");
  const faults = await Promise.all(blocks.map(blockFaults));
  expect(faults.flat()).toEqual([]);
});
