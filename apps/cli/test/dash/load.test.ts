import { readFileSync } from "node:fs";
import { calibrate, findLaw, type MeasuredRun, parseRun, type Scenario } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { expect, test } from "vitest";
import { fileScenario, loadFile } from "../../src/dash/outside/load.ts";
import { growingWorld } from "../../src/dash/outside/machines.ts";
import { directoryWith } from "../wallclock.ts";
import { dash } from "./program.ts";
import { answerOf } from "./world.ts";

const onA100: Scenario = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } };

const llama = {
  architectures: ["LlamaForCausalLM"],
  model_type: "llama",
  hidden_size: 2048,
  intermediate_size: 8192,
  num_attention_heads: 32,
  num_hidden_layers: 16,
  num_key_value_heads: 8,
  vocab_size: 128_256,
  max_position_embeddings: 131_072,
  tie_word_embeddings: true,
  hidden_act: "silu",
};

function lawFile(): unknown {
  const found = findLaw("hoffmann-2022");
  return found.found ? { ...found.law, id: "my-own" } : null;
}

/** What three runs of the examples teach of an A100. */
function calibrationFile(): unknown {
  const logs = new URL("../../../../examples/logs/measured.jsonl", import.meta.url);
  const lines = readFileSync(logs, "utf8").trimEnd().split("\n");
  const runs: MeasuredRun[] = lines.map((line) => parseRun(JSON.parse(line)));
  const found = findMachine("a100-sxm-80gb");
  if (!found.found) throw new Error("no A100");
  return calibrate(runs, () => found.machine, { form: "full" });
}

const files: Readonly<Record<string, unknown>> = {
  "config.json": llama,
  "run.json": { model: "gpt2-medium-355m", hardware: "h100-sxm-80gb", training: { tokens: 5e9 } },
  "part.json": { training: { tokens: 3e9 } },
  "law.json": lawFile(),
  "mine.json": calibrationFile(),
};
const cwd = directoryWith(
  Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])),
);

test.each([
  ["config.json", { model: { hf: llama }, hardware: onA100.hardware }],
  ["run.json", files["run.json"]],
  ["part.json", { model: onA100.model, hardware: onA100.hardware, training: { tokens: 3e9 } }],
  ["law.json", { model: onA100.model, lossLaw: { id: "my-own" } }],
  ["mine.json", { model: onA100.model, calibration: { device: "a100-sxm-80gb" } }],
])("%s is laid over the run that is shown", async (name, expected) => {
  const loaded = await loadFile(`${cwd}/${name}`, answerOf(onA100), growingWorld());
  expect(loaded.scenario).toMatchObject(expected as object);
  expect(loaded.estimate.run.seconds.p50).toBeGreaterThan(0);
});

test("a calibration of another device, and what is no file, are refused", async () => {
  const onH100 = answerOf({ ...onA100, hardware: "8x h100-sxm-80gb" });
  for (const name of ["mine.json", "nothing.json"])
    await expect(loadFile(`${cwd}/${name}`, onH100, growingWorld())).rejects.toThrow();
  await expect(fileScenario(`${cwd}/nothing.json`, onA100)).rejects.toThrow("does not exist");
});

test("files are opened by name, inside and from the command line", async () => {
  const terminal = await dash({ cwd, env: { XDG_STATE_HOME: directoryWith({}) } }, ["config.json"]);
  await terminal.until("the model", (text) => text.includes("16 × 2048") || text.includes("config.json"));
  terminal.press("o", ..."nothing.json", "enter");
  await terminal.until("what is wrong", (text) => text.includes("nothing.json does not exist"));
  terminal.press("ctrl+u", ..."law.json", "enter");
  await terminal.until("the law", (text) => text.includes("opened law.json"));
  terminal.press("u");
  await terminal.until("undone", (text) => text.includes("undone: opened law.json"));
  terminal.press("q");
  expect(await terminal.ended).toBe(0);
});
