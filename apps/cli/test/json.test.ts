import {
  compareEstimates,
  estimate,
  hardwareQuery,
  laws,
  ledgerOf,
  lossCurve,
  machineOf,
  parseScenario,
  presets,
  type Scenario,
  serialize,
  UserError,
} from "@wallclock/core";
import { clusters, findMachine, profiles } from "@wallclock/hardware";
import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const machineFor = ({ hardware }: Scenario) => {
  const { name } = hardwareQuery(hardware);
  return machineOf(hardware, name === null ? null : findMachine(name));
};

const inFull = { layers: 4, width: 256, heads: 4, vocab: 1000 };
const profile = { memory: { capacity: 80e9, bandwidth: 3e12 }, tensor_peak_dense_flops: { bf16: 900e12 } };

const scenarios: readonly object[] = [
  run,
  { model: "gpt2-124m", hardware: "h100" },
  { id: "a \u20ac", model: inFull, hardware: "rtx-4090", training: { precision: "fp32" } },
  { model: { ...inFull, moe: { experts: 8, active: 2, ffn: 512 } }, hardware: "8x a100-sxm-80gb" },
  { model: inFull, hardware: "2x dgx-h100", parallel: { tensor: 2, pipeline: 2, sharding: "zero1" } },
  { model: inFull, hardware: { device: profile, count: 1 } },
  { model: inFull, hardware: { device: "h100", count: 4, usdPerDeviceHour: 2 }, budget: { usd: 10 } },
  { model: "gpt2-124m", hardware: "h100", software: { attention: "materialized", kernels: "unfused" } },
  {
    model: "gpt2-124m",
    hardware: "8xh100",
    training: { recompute: "full", optimizer: "sgd" },
    lossLaw: "hoffmann-2022",
  },
];

const lines = scenarios.map((scenario) => `${JSON.stringify(scenario)}\n`).join("");
const replies = scenarios.map((input) => {
  const scenario = parseScenario(input);
  return estimate(scenario, machineFor(scenario));
});

test("estimate --jsonl gives the library's bytes, line by line", async () => {
  const { status, stdout, stderr } = await wallclock(["estimate", "--jsonl", "-"], { input: lines });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toBe(replies.map((reply) => serialize(reply)).join(""));
});

/** Faults in every part, found by every kind of check. */
const faults: readonly unknown[] = [
  null,
  {},
  { ...run, trainig: {} },
  { ...run, training: { tokens: "many", precision: "bf15", microBatchSequences: 0 } },
  { ...run, training: { tokens: 1e9, overheadShare: 1 }, software: { year: 1900 } },
  { ...run, model: { ...inFull, heads: 0, moe: { experts: 2 } } },
  { ...run, model: { ...inFull, heads: 7 } },
  { ...run, hardware: { device: {}, count: 1.5 } },
  { ...run, hardware: { device: { memory: { capacity: 1, bandwidth: null } } } },
  { ...run, lossLaw: { kind: "surface", id: "mine", coefficients: { E: 1 } } },
  { ...run, lossLaw: { kind: "volume" } },
  { ...run, budget: { seconds: -1, usd: 2 } },
  { ...run, parallel: { data: 3, lora: true } },
];

function issuesOf(input: unknown): unknown {
  try {
    const scenario = parseScenario(input);
    return estimate(scenario, machineFor(scenario));
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
}

test("the issues of bad lines are the library's", async () => {
  const input = faults.map((scenario) => `${JSON.stringify(scenario)}\n`).join("");
  const { status, stdout } = await wallclock(["estimate", "--jsonl", "-"], { input });
  expect(status).toBe(2);
  const said = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).issues);
  expect(said).toEqual(faults.map(issuesOf));
});

test("estimate, ledger, memory and loss --json give the library's bytes, from a file, stdin and flags alike", async () => {
  const scenario = parseScenario(run);
  const machine = machineFor(scenario);
  const reply = estimate(scenario, machine);
  const cwd = directoryWith({ "run.json": JSON.stringify(run) });
  const flags = ["--id", "small", "--model", "gpt2-124m", "--hardware", "8x h100-sxm-80gb", "--tokens", "1B"];
  const training = ["--context-length", "1024", "--micro-batch-sequences", "8"];
  const expected = {
    estimate: reply,
    ledger: ledgerOf(scenario, machine),
    memory: reply.memory,
    loss: { ...reply.loss, curve: lossCurve(scenario, machine) },
  };
  for (const [command, json] of Object.entries(expected)) {
    const given = [["run.json"], ["-"], [...flags, ...training]];
    for (const argv of given) {
      const { stdout, stderr } = await wallclock([command, ...argv, "--json"], {
        cwd,
        input: JSON.stringify(run),
      });
      expect({ stdout, stderr }).toEqual({ stdout: serialize(json), stderr: "" });
    }
  }
});

test("compare --json gives the library's bytes", async () => {
  const cwd = directoryWith({
    "a.json": JSON.stringify(scenarios[0]),
    "b.json": JSON.stringify(scenarios[1]),
  });
  const { status, stdout } = await wallclock(["compare", "a.json", "b.json", "--json"], { cwd });
  expect(status).toBe(0);
  expect(stdout).toBe(serialize(compareEstimates(replies.slice(0, 2))));
});

test.concurrent.each([
  [["hardware"], profiles],
  [["hardware", "--clusters"], clusters],
  [["hardware", "h100"], profiles.find(({ id }) => id === "h100-sxm-80gb")],
  [["hardware", "dgx-h100"], clusters.find(({ id }) => id === "dgx-h100")],
  [["models"], presets],
  [["models", "gpt2-124m"], presets.find(({ id }) => id === "gpt2-124m")],
  [["laws"], laws],
  [["laws", "besiroglu-2024"], laws.find(({ id }) => id === "besiroglu-2024")],
])("wallclock %j --json gives the catalogue", async (argv, expected) => {
  const { stdout, stderr } = await wallclock([...argv, "--json"]);
  expect({ stdout, stderr }).toEqual({ stdout: serialize(expected), stderr: "" });
});
