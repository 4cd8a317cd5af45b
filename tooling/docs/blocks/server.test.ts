import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../root.ts";
import { type Fence, fencesOf, pagesOf } from "./fences.ts";
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
}
interface Harness {
  readonly servePlatform: (
    script: string,
  ) => Promise<{ readonly origin: string; readonly stop: () => Promise<void> }>;
}

const run = promisify(execFile);
const { folder, env } = makeScratch();
let server: Awaited<ReturnType<Harness["servePlatform"]>>;
let blocks: readonly WrittenBlock[] = [];

/** The Worker as a deployment would upload it, under workerd with all that it binds. */
beforeAll(async () => {
  const support = resolve(root, "apps/edge/test/support");
  const { bundle }: Workerd = await import(join(support, "workerd.ts"));
  const { servePlatform }: Harness = await import(join(support, "harness.ts"));
  server = await servePlatform(join(bundle(), "index.js"));
  const here = (fence: Fence) => ({ ...fence, text: fence.text.replaceAll(address, server.origin) });
  blocks = writeBlocks(of("ts").map(here));
}, 300_000);

afterAll(async () => {
  await server.stop();
  removeBlocks(blocks);
  rmSync(folder, { recursive: true, force: true });
});

/** The job that a page's command started: `ID` in those below it. */
let job = "";

test.each(curls)("$page: $command is answered", async ({ command }) => {
  const asked = command.replaceAll(address, server.origin).replace("plans/ID", `plans/${job}`);
  const { stdout } = await run("sh", ["-c", asked.replace(/^curl /, "curl --fail-with-body ")], {
    env,
    maxBuffer: 2 ** 28,
  });
  job = /"schema":"wallclock\/plan-job\/1","id":"([^"]+)"/.exec(stdout)?.[1] ?? job;
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
