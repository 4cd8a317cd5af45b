import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../test/support/workerd.ts";
import { cpuSeconds } from "./process.ts";
import { spread } from "./quantiles.ts";

const rounds = 11;

/** CPU milliseconds of a Worker until it listens, and of its first request after that. */
async function started(script: string, path: string): Promise<{ start: number; first: number }> {
  const server = await serve(script);
  const listening = cpuSeconds(server);
  await (await fetch(server.origin + path)).text();
  const answered = cpuSeconds(server);
  server.stop();
  return { start: 1000 * listening, first: 1000 * (answered - listening) };
}

/** What starting the Worker costs beyond a Worker that does nothing, started in turn with it; and its first answer. */
export async function startLine(script: string, path: string): Promise<string> {
  const empty = join(mkdtempSync(join(tmpdir(), "wallclock-empty-")), "index.js");
  writeFileSync(empty, 'export default { fetch: () => new Response("") };\n');
  const own: number[] = [];
  const ratio: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const nothing = await started(empty, path);
    const all = await started(script, path);
    own.push(all.start - nothing.start);
    ratio.push(all.start / nothing.start);
    first.push(all.first - nothing.first);
  }
  return `start      ${spread(own, 0)} ms of CPU beyond an empty Worker, ${spread(ratio, 2)} × its start; first estimate ${spread(first, 0)} ms more`;
}
