import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { wallclock } from "../support/wallclock.ts";
import { type RunningWorker, serve } from "../support/workerd.ts";

let worker: RunningWorker;

beforeAll(async () => {
  worker = await serve(inject("script"));
});

afterAll(() => worker.stop());

const run = ["--model", "gpt2-124m", "--hardware", "8xa100-sxm-80gb", "--tokens", "10B"];
const lines = '{"model":"gpt2-124m","hardware":"h100"}\n{"model":"gpt2-124m","hardware":"nothing"}\n';

const runOf = (model: string, stepSeconds: number) =>
  JSON.stringify({
    id: "a",
    scenario: { model, hardware: "a100-sxm-80gb" },
    measured: { pass: "train-step", stepSeconds },
  });
const good = `${runOf("gpt2-124m", 0.12)}\n${runOf("gpt2-medium-355m", 0.3)}\n`;
const measured = `${good}{"id":"b"}\n${runOf("nothing", 1)}\nno JSON\n`;

/** Losses as people write them, with a blank line among them. */
const losses = ["params,tokens,loss,what"]
  .concat(
    [1e7, 3e7, 1e8, 3e8].flatMap((params) =>
      [1e9, 4e9, 2e10, 6e10].map((tokens) => {
        const nats = 1.8 + 480 / params ** 0.35 + 2000 / tokens ** 0.366;
        return `${params},${tokens},${nats.toFixed(2)},"a, b"`;
      }),
    ),
  )
  .join("\n")
  .replace("\n3e7", "\n\n3e7");
// Closed forms: where a minimum is searched for, the last bits of a platform's logarithm decide its last digits.
const quick = ["--form", "log-linear", "--draws", "0"];

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
  ["a ledger as CSV", ["ledger", ...run, "--csv"]],
  ["a loss as CSV", ["loss", ...run, "--csv", "--unit", "perplexity"]],
  ["a picture of a loss", ["loss", ...run, "--svg"]],
  ["a comparison as JSON", ["compare", "8xa100", "8xh100", "--model", "gpt2-124m", "--json"]],
  ["a comparison as CSV", ["compare", "8xa100", "8xh100", "--model", "gpt2-124m", "--csv"]],
  ["devices", ["hardware"]],
  ["devices as CSV", ["hardware", "--csv"]],
  ["clusters", ["hardware", "--clusters", "--json"]],
  ["a device and its node", ["hardware", "h100"]],
  ["a cluster", ["hardware", "dgx-h100", "--columns", "120"]],
  ["a device that is none", ["hardware", "h1000"]],
  ["a name of several devices", ["hardware", "v100", "--json"]],
  ["models", ["models"]],
  ["a model", ["models", "meta-llama/Meta-Llama-3-8B", "--json"]],
  ["a model that is none", ["models", "gpt2-125m"]],
  ["a model like no other", ["models", "zzzzzzzzzzzz"]],
  ["laws", ["laws", "--markdown"]],
  ["a law", ["laws", "besiroglu-2024"]],
  ["a law that is none", ["laws", "besiroglu-2025"]],
  ["the shipped evidence", ["validate", "--json"]],
  ["measured runs, some of them bad", ["validate", "-"], measured],
  ["the same as CSV", ["validate", "-", "--csv"], measured],
  ["errors past a tolerance", ["validate", "-", "--tolerance", "0.0001", "--json"], measured],
  ["no measured run at all", ["validate", "-"], "{}\n"],
  ["a calibration", ["calibrate", "-", "--json"], good],
  ["all forms of a calibration", ["calibrate", "-", "--form", "copies"], good],
  ["the same as a table", ["calibrate", "-", "--csv"], good],
  ["a calibration from bad runs", ["calibrate", "-"], measured],
  ["a calibration of two machines", ["calibrate", "-"], good.replace("a100-sxm-80gb", "h100")],
  ["a law of runs", ["fit", "-", ...quick], losses],
  ["a law of runs as JSON", ["fit", "-", ...quick, "--json"], losses],
  ["the runs of a law", ["fit", "-", ...quick, "--csv"], losses],
  ["runs without a loss", ["fit", "-", "--loss", "nothing"], losses],
  ["a broken table of runs", ["fit", "-"], 'params,tokens,loss\n1e7,"2'],
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
