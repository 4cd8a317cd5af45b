import {
  expandModel,
  fail,
  findPreset,
  hardwareQuery,
  type Scenario,
  scenarioFromLeaves,
} from "@wallclock/core";
import type { Arguments } from "./args/read.ts";
import { isFileName, isObject, isThere, readJsonFile } from "./io/json-file.ts";
import { hardwareInFull } from "./machine.ts";
import { scenarioFrom } from "./plain.ts";

/** What flags say of a scenario, their files read: laid over every scenario of a command. */
export interface Overrides {
  /** Whole parts that a file gave, e.g. `model`. */
  readonly parts: Readonly<Record<string, unknown>>;
  readonly leaves: Readonly<Record<string, string>>;
}

/** The scenario of a command: its file, if any, with the flags over it. */
export async function scenarioOf(args: Arguments): Promise<Scenario> {
  const [file] = args.operands;
  const base = file === undefined ? {} : await readScenarioFile(file);
  return withOverrides(base, await overridesOf(args));
}

/** Reads the files that `--model`, `--hardware`, `--law` and `--calibration` name. */
export async function overridesOf({ leaves }: Arguments): Promise<Overrides> {
  checkHardware(leaves);
  const parts: Record<string, unknown> = {};
  const rest: Record<string, string> = { ...leaves };
  for (const [path, read] of Object.entries(fileReaders)) {
    const word = leaves[path];
    if (word === undefined || !namesFile(path, word) || isPresetPath(path, word)) continue;
    parts[path] = read(await readJsonFile(word));
    delete rest[path];
  }
  return { parts, leaves: rest };
}

/** `--hardware a100 --device h100`: of two machines neither is the one that was meant. */
function checkHardware({ hardware, "hardware.device": device }: Arguments["leaves"]): void {
  if (hardware === undefined || device === undefined || isFileName(hardware)) return;
  if (hardwareQuery(hardware).name === device.trim()) return;
  const message = `--hardware ("${hardware.slice(0, 80)}") and --device ("${device.slice(0, 80)}") contradict each other`;
  fail("flags_contradict", "hardware", message, "leave one of the two out");
}

/** A calibration is always a file; an empty word takes away that of the scenario. */
function namesFile(path: string, word: string): boolean {
  return path === "calibration" ? word !== "" : isFileName(word);
}

/** `meta-llama/Meta-Llama-3-8B` looks like a path and is a preset. */
function isPresetPath(path: string, word: string): boolean {
  return path === "model" && !isThere(word) && findPreset(word).found;
}

/** A scenario of JSON with the flags over it, checked. */
export async function withOverrides(base: unknown, { parts, leaves }: Overrides): Promise<Scenario> {
  if (!isObject(base)) return scenarioFrom(base);
  return scenarioFrom(await withLeaves({ ...base, ...parts }, leaves));
}

/** Sets texts by dotted path over a scenario; names that a text changes a part of are expanded first. */
export async function withLeaves(
  base: Record<string, unknown>,
  leaves: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const paths = Object.keys(leaves);
  if (paths.length === 0) return base;
  const hardware = leaves.hardware ?? base.hardware;
  const changed = typeof hardware === "string" && paths.some((path) => path.startsWith("hardware."));
  const full = changed ? await hardwareInFull(hardware) : {};
  return scenarioFromLeaves(leaves, base, { expandModel: modelInFull, expandHardware: () => full });
}

function modelInFull(ref: unknown): ReturnType<typeof expandModel>["model"] {
  const known = typeof ref === "string" || (isObject(ref) && isObject(ref.hf));
  if (!known) fail("wrong_type", "model", "model must be a preset's name, { hf: … } or a model in full");
  return expandModel(ref as Parameters<typeof expandModel>[0]).model;
}

async function readScenarioFile(file: string): Promise<unknown> {
  if (!isFileName(file) && findPreset(file).found) {
    fail("preset_as_file", "", `${file} is a model, not a scenario's file`, `--model ${file}`);
  }
  return readJsonFile(file);
}

const fileReaders: Readonly<Record<string, (value: unknown) => unknown>> = {
  model: modelOf,
  hardware: hardwareOf,
  lossLaw: (value) => value,
  calibration: (value) => value,
};

/** Keys that only a Hugging Face config.json has; our own model form has none of them. */
const huggingFaceKeys = [
  "model_type",
  "hidden_size",
  "n_embd",
  "peft_type",
  "d_model",
  "architectures",
  "num_hidden_layers",
];

/** A model's file: a Hugging Face config, our own full form, or what has one as its `model`: a preset, a scenario. */
export function modelOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Object.hasOwn(value, "model")) return value.model;
  return huggingFaceKeys.some((key) => Object.hasOwn(value, key)) ? { hf: value } : value;
}

/** A hardware file: the scenario's full form, or a profile alone. */
function hardwareOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.hasOwn(value, "device") ? value : { device: value };
}
