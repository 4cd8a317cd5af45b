import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { estimate, ledgerOf, lossReply, parseScenario, type Scenario, serialize } from "@wallclock/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { scenarios } from "../../../../packages/core/test/support/scenarios.ts";
import { createApp } from "../../src/app.ts";
import { lookUp } from "../../src/machine.ts";
import { sender } from "../support/send.ts";
import { type RunningWorker, serve } from "../support/workerd.ts";

const cli = resolve(import.meta.dirname, "../../../cli/bin/wallclock.js");

/** What `wallclock` prints for a scenario on standard input. */
function printed(argv: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...argv], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
  });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return stdout;
}

const named: Scenario[] = [
  { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } },
  { id: "a cluster", model: "llama-3.1-8b", hardware: "2x dgx-h100", parallel: { sharding: "zero3" } },
  {
    model: "mixtral-8x7b",
    hardware: "64x h100",
    parallel: { tensor: 4, sharding: "zero1" },
    budget: { seconds: 86400 },
  },
  { model: "gpt2-124m", hardware: "h100", lossLaw: "hoffmann-2022", budget: { usd: 100 } },
];
const all = [...named, ...fc.sample(scenarios, 200 - named.length)].map(
  (each) => JSON.parse(JSON.stringify(each)) as Scenario,
);

let worker: RunningWorker;
let api: ReturnType<typeof sender>;

beforeAll(async () => {
  worker = await serve(inject("script"));
  api = sender(worker.origin);
});

afterAll(() => {
  api.close();
  worker.stop();
});

const post = (path: string, body: string, accept = "application/json") =>
  api.send({
    method: "POST",
    path,
    headers: { "content-type": "application/json", accept },
    body: Buffer.from(body),
  });

const get = (path: string) => api.send({ method: "GET", path, headers: {}, body: null });

test("200 scenarios: the library, the command line, a POST and the GET that it names give the same bytes", async () => {
  const lines = printed(["estimate", "--jsonl", "-"], all.map((each) => JSON.stringify(each)).join("\n"))
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(200);
  for (const [index, scenario] of all.entries()) {
    const library = serialize(estimate(parseScenario(scenario), lookUp(scenario.hardware)));
    const posted = await post("/v1/estimate", JSON.stringify(scenario));
    const location = posted.headers.get("content-location");
    expect(location).not.toBeNull();
    expect([`${lines[index]}\n`, posted.text, (await get(location!)).text]).toEqual([
      library,
      library,
      library,
    ]);
  }
});

test("estimate:batch gives the same estimates, a hundred at a time", async () => {
  const { text } = await post("/v1/estimate:batch", JSON.stringify(all.slice(0, 100)));
  const each = all
    .slice(0, 100)
    .map((scenario) => estimate(parseScenario(scenario), lookUp(scenario.hardware)));
  expect(text).toBe(serialize(each));
});

test.each(named)("the command line and the API give the same bytes in every form: %j", async (scenario) => {
  const body = JSON.stringify(scenario);
  const same: [string[], string, string][] = [
    [["estimate", "-", "--json"], "/v1/estimate", "application/json"],
    [["estimate", "-", "--columns", "80"], "/v1/estimate", "text/plain"],
    [["ledger", "-", "--json"], "/v1/ledger", "application/json"],
    [["ledger", "-", "--csv"], "/v1/estimate", "text/csv"],
    [["memory", "-", "--json"], "/v1/memory", "application/json"],
    [["loss", "-", "--json", "--target", "3.5"], "/v1/loss?target=3.5", "application/json"],
    [["loss", "-", "--svg"], "/v1/loss", "image/svg+xml"],
  ];
  for (const [argv, path, accept] of same) {
    expect((await post(path, body, accept)).text).toBe(printed(argv, body));
  }
  const machine = lookUp(scenario.hardware);
  expect((await post("/v1/ledger", body)).text).toBe(serialize(ledgerOf(scenario, machine)));
  expect((await post("/v1/loss", body)).text).toBe(serialize(lossReply(scenario, machine, null)));
});

test.each([
  [["hardware", "--json"], "/v1/hardware"],
  [["hardware", "--clusters", "--json"], "/v1/hardware?clusters=true"],
  [["hardware", "dgx-h100", "--json"], "/v1/hardware/dgx-h100"],
  [["models", "--json"], "/v1/models"],
  [["models", "gpt2-124m", "--json"], "/v1/models/gpt2-124m"],
  [["laws", "--json"], "/v1/laws"],
  [["laws", "kaplan-2020", "--json"], "/v1/laws/kaplan-2020"],
])("wallclock %s prints what %s answers", async (argv, path) => {
  // Not toBe: a difference would be printed whole.
  expect((await get(path)).text === printed(argv, "")).toBe(true);
});

test.each(["chinchilla", "interaction", "repetition", "shape"])(
  "fit prints what the API answers, form %s",
  async (form) => {
    const rows = [1e7, 3e7, 1e8, 3e8].flatMap((params) =>
      [1e9, 4e9, 2e10, 6e10].map((tokens, k) => {
        const [layers, width] = k % 2 === 0 ? [4, 1024] : [24, 512];
        const nats = 1.8 + 480 / params ** 0.35 + 2000 / tokens ** 0.366 + width / layers / 2000;
        return `${params},${tokens},${tokens / (1 + 3 * (k % 3))},${layers},${width},${nats.toFixed(2)}`;
      }),
    );
    const csv = `params,tokens,unique_tokens,n_layers,d_model,loss\n${rows.join("\n")}\n`;
    const path = `/v1/fit?form=${form}&draws=20`;
    const headers = { "content-type": "text/csv" };
    const text = printed(["fit", "-", "--form", form, "--draws", "20", "--json"], csv);
    // In this process, and in workerd, whose V8 has other last bits of logarithms.
    const app = createApp({ log: () => {} });
    expect(await (await app.request(path, { method: "POST", headers, body: csv })).text()).toBe(text);
    expect((await api.send({ method: "POST", path, headers, body: Buffer.from(csv) })).text).toBe(text);
  },
);

test("plan prints what the API answers", async () => {
  const request = {
    hardware: "8x h100",
    budget: { seconds: 86400 },
    objective: "loss",
    space: { layers: [8, 12], width: { min: 512, max: 1024, step: 256 }, headDim: [64] },
  };
  const body = JSON.stringify(request);
  expect((await post("/v1/plan", body)).text === printed(["plan", "-", "--json"], body)).toBe(true);
});

test("validate and calibrate print what the API answers", async () => {
  const runs = ["gpt2-124m", "gpt2-medium-355m"].map((model) => {
    const scenario = { model, hardware: "a100-sxm-80gb" };
    const stepSeconds = 1.1 * estimate(scenario, lookUp(scenario.hardware)).step.seconds.p50;
    return { scenario, measured: { pass: "train-step", stepSeconds } };
  });
  const lines = runs.map((each) => `${JSON.stringify(each)}\n`).join("");
  const send = (path: string) =>
    api.send({
      method: "POST",
      path,
      headers: { "content-type": "application/x-ndjson" },
      body: Buffer.from(lines),
    });
  const validated = await send("/v1/validate");
  const calibrated = await send("/v1/calibrate");
  expect((await post("/v1/validate", JSON.stringify(runs))).text).toBe(validated.text);
  expect(calibrated.text).toBe(printed(["calibrate", "-", "--json"], lines));
  expect(calibrated.status).toBe(200);
  const calibration: unknown = JSON.parse(calibrated.text);
  const scenario = { model: "gpt2-124m", hardware: "a100-sxm-80gb", calibration };
  const estimated = await post("/v1/estimate", JSON.stringify(scenario));
  expect(estimated.status).toBe(200);
  expect(estimated.headers.get("content-location")).toBeNull();
});
