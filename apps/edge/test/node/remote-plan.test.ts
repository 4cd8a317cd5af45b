import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RunningPlatform, servePlatform } from "../support/harness.ts";
import { cli, wallclock } from "../support/wallclock.ts";

let platform: RunningPlatform;

beforeAll(async () => {
  platform = await servePlatform(inject("script"));
});

afterAll(() => platform.stop());

const flags = ["--hardware", "8xh100", "--budget", "24h", "--layers", "8,12", "--width", "512..1024:256"];
const small = [...flags, "--micro-batch-sequences", "4,8", "--recompute", "none", "--top", "2"];
const request = JSON.stringify({
  hardware: ["8x a100-sxm-80gb", { device: "h100-sxm-80gb", count: 8, usdPerDeviceHour: 2.5 }],
  budget: { seconds: 3600 },
  space: { layers: { min: 4, max: 12, step: 2 }, width: [512, 768], headDim: [64] },
});

test.each<[string, string[], string?]>([
  ["a plan's page", small],
  ["a plan", [...small, "--json"]],
  ["its best as CSV", [...small, "--csv"]],
  ["its frontier as Markdown", [...small, "--table", "frontier", "--markdown"]],
  ["its map", [...small, "--svg"]],
  ["a request of two machines", ["-", "--json"], request],
  ["one without any run", [...flags, "--budget", "1e-9s"]],
  ["the same as JSON", [...flags, "--budget", "1e-9s", "--json"]],
  ["one without a budget", ["--hardware", "h100", "--layers", "8", "--width", "512"]],
  ["a machine that is none", ["--hardware", "h1000", "--budget", "1h", "--json"]],
])("with --remote, %s is what it is without", async (_, argv, input) => {
  const [here, there] = await Promise.all([
    wallclock(["plan", ...argv], input),
    wallclock(["plan", ...argv, "--remote", platform.origin], input),
  ]);
  expect(there).toEqual(here);
  expect(`${here.stdout}${here.stderr}`.length).toBeGreaterThan(20);
});

const wide = ["--hardware", "8xh100", "--budget", "24h", "--layers", "4..64", "--width", "256..8192:64"];

test("Ctrl-C ends a search elsewhere with the best so far, status 130", async () => {
  const argv = ["plan", ...wide, "--json", "--progress", "json", "--remote", platform.origin];
  const child = spawn(process.execPath, [cli, ...argv]);
  let [out, told] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told += text;
    if (!child.killed && /"best":\d/.test(told)) child.kill("SIGINT");
  });
  const status = await new Promise((done) => child.on("close", done));
  expect([status, told]).toEqual([130, expect.stringContaining('"best":2')]);
  const reply = JSON.parse(out) as { truncated: boolean; best: unknown[]; frontierCount: number };
  expect(reply).toMatchObject({ schema: "wallclock/plan/1", truncated: true });
  expect(reply.best).toHaveLength(10);
  expect(reply.frontierCount).toBeGreaterThan(10);
  const [first] = told.split("\n");
  expect(JSON.parse(first!)).toMatchObject({ total: expect.any(Number), visited: expect.any(Number) });
});
