import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RunningWorker, serve } from "../support/workerd.ts";

const cli = resolve(import.meta.dirname, "../../../cli/bin/wallclock.js");
let worker: RunningWorker;

beforeAll(async () => {
  worker = await serve(inject("script"));
});

afterAll(() => worker.stop());

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function wallclock(argv: readonly string[], input = ""): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...argv], { env: { ...process.env, NO_COLOR: "1" } });
  const texts = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk: string) => {
      texts[stream] += chunk;
    });
  }
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (status) => done({ status, ...texts })));
}

const run = ["--model", "gpt2-124m", "--hardware", "8xa100-sxm-80gb", "--tokens", "10B"];
const lines = '{"model":"gpt2-124m","hardware":"h100"}\n{"model":"gpt2-124m","hardware":"nothing"}\n';

test.each<[string, string[], string?]>([
  ["an estimate's page", ["estimate", ...run, "--columns", "100"]],
  ["an estimate", ["estimate", ...run, "--json"]],
  ["one that does not fit", ["estimate", "--model", "llama-3.1-8b", "--hardware", "4090", "--require-fit"]],
  ["one that is impossible", ["estimate", ...run, "--heads", "10"]],
  ["the same as JSON", ["estimate", ...run, "--data", "3", "--json"]],
  ["lines, one of them bad", ["estimate", "--jsonl", "-"], lines],
  ["a ledger", ["ledger", ...run]],
  ["memory", ["memory", ...run, "--markdown"]],
  ["a loss and its target", ["loss", ...run, "--target", "3.3", "--unit", "bits"]],
  ["a comparison", ["compare", "8xa100", "8xh100", "--model", "gpt2-124m", "--tokens", "1B"]],
])("with --remote, %s is what it is without", async (_, argv, input) => {
  const [here, there] = await Promise.all([
    wallclock(argv, input),
    wallclock([...argv, "--remote", worker.origin], input),
  ]);
  expect(there).toEqual(here);
  expect(`${here.stdout}${here.stderr}`.length).toBeGreaterThan(20);
});

test("an API that is not there is told of as such", async () => {
  const { status, stdout, stderr } = await wallclock(["estimate", ...run, "--remote", "http://127.0.0.1:9"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("cannot be reached");
});
