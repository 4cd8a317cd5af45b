import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { laws, presets, serialize } from "@wallclock/core";
import { profiles } from "@wallclock/hardware";
import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, main, wallclock } from "./wallclock.ts";

const huggingFace = {
  architectures: ["LlamaForCausalLM"],
  model_type: "llama",
  hidden_size: 4096,
  intermediate_size: 14336,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  max_position_embeddings: 8192,
  tie_word_embeddings: false,
  hidden_act: "silu",
};

const files = {
  "config.json": JSON.stringify(huggingFace),
  "model.json": JSON.stringify({ layers: 4, width: 256, heads: 4, vocab: 1000 }),
  "preset.json": serialize(presets.find(({ id }) => id === "gpt2-124m")),
  "machine.json": JSON.stringify({ device: "h100", count: 4, usdPerDeviceHour: 1 }),
  "profile.json": serialize(profiles.find(({ id }) => id === "a100-sxm-80gb")),
  "law.json": serialize(laws.find(({ id }) => id === "hoffmann-2022")),
};

const json = async (...argv: readonly string[]) => {
  const cwd = directoryWith(files);
  mkdirSync(`${cwd}/gpt2-124m`);
  const { status, stdout, stderr } = await wallclock(["estimate", ...argv, "--json"], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
};

test.each([
  ["a Hugging Face config", "./config.json", 8_030_261_248],
  ["a model in full", "model.json", 3_660_032],
  ["a preset, as models --json prints it", "preset.json", 124_439_808],
  ["a preset with a folder of its name around", "gpt2-124m", 124_439_808],
  ["a preset by its name on the hub", "meta-llama/Meta-Llama-3-8B", 8_030_261_248],
])("--model takes %s", async (_title, model, total) => {
  const reply = await json("--model", model, "--hardware", "8xh100", "--tokens", "1B");
  expect(reply.parameters.total).toBe(total);
});

test("a flag changes a part of a preset, of a config and of a file", async () => {
  for (const model of ["gpt2-124m", "config.json", "model.json"]) {
    const reply = await json("--model", model, "--hardware", "h100", "--tokens", "1B", "--vocab", "512");
    const width = model === "gpt2-124m" ? 768 : model === "config.json" ? 4096 : 256;
    expect(reply.parameters.groups.tokenEmbedding).toBe(512 * width);
  }
});

test("--hardware takes a machine in full, a profile, and flags over both", async () => {
  const common = ["--model", "gpt2-124m", "--tokens", "1B"];
  const four = await json(...common, "--hardware", "machine.json");
  expect(four.cost.usd).toBeCloseTo(four.run.deviceHours);
  const two = await json(...common, "--hardware", "machine.json", "--count", "2");
  expect(two.run.seconds.p50).toBeGreaterThan(four.run.seconds.p50);
  const own = await json(...common, "--hardware", "profile.json", "--count", "8");
  const named = await json(...common, "--hardware", "8xa100");
  expect(own.step.seconds.p50 / named.step.seconds.p50).toBeCloseTo(1, 1);
});

test("a price over a cluster keeps the cluster's nodes and links", async () => {
  const common = ["--model", "gpt2-124m", "--tokens", "1B", "--hardware", "2x dgx-h100"];
  const plain = await json(...common);
  const priced = await json(...common, "--usd-per-device-hour", "3");
  expect(priced.step).toEqual(plain.step);
  expect(priced.cost.usd).toBeCloseTo(3 * priced.run.deviceHours);
});

test("--law takes an id or a file, --budget a time or money", async () => {
  const common = ["--model", "gpt2-124m", "--hardware", "8xh100"];
  const id = await json(...common, "--tokens", "1B", "--law", "hoffmann-2022");
  expect(await json(...common, "--tokens", "1B", "--law", "law.json")).toEqual(id);
  expect(await json(...common, "--tokens", "1B", "--loss-law", "hoffmann-2022")).toEqual(id);
  expect((await json(...common, "--budget", "24h")).run.seconds.p50 / 86_400).toBeCloseTo(1, 2);
  expect((await json(...common, "--budget", "$500")).cost.usd / 500).toBeCloseTo(1, 2);
});

test("a scenario may come from what is no regular file", () => {
  const cwd = directoryWith({ "run.json": JSON.stringify(run) });
  const command = `cat run.json | "${process.execPath}" "${main}" estimate /dev/stdin --json`;
  expect(JSON.parse(execFileSync("sh", ["-c", command], { cwd, encoding: "utf8" })).id).toBe("small");
});

test("--require-fit is status 3 for what does not fit, and 0 without it", async () => {
  const flags = ["--model", "llama-3-8b", "--hardware", "4090", "--tokens", "1B"];
  for (const command of ["estimate", "memory"]) {
    expect((await wallclock([command, ...flags])).status).toBe(0);
    expect((await wallclock([command, ...flags, "--require-fit"])).status).toBe(3);
  }
  const lines = { input: `${JSON.stringify({ ...run, model: "llama-3-8b", hardware: "4090" })}\n` };
  expect((await wallclock(["estimate", "--jsonl", "-", "--require-fit"], lines)).status).toBe(3);
});
