import { homedir } from "node:os";
import type { Scenario } from "@wallclock/core";
import { isObject, readJsonFile } from "../../io/json-file.ts";
import { modelOf, withOverrides } from "../../scenario.ts";
import { type Answer, answer } from "../answer.ts";
import type { GrowingWorld } from "./machines.ts";

/**
 * The answer with what a file says laid over it, see {@link fileScenario}.
 *
 * @throws UserError for files that cannot be read, and what is impossible
 */
export async function loadFile(path: string, from: Answer, { world, learn }: GrowingWorld): Promise<Answer> {
  const base = await fileScenario(path.replace(/^~(?=\/)/, homedir()), from.scenario);
  const scenario = await withOverrides(base, { parts: {}, leaves: {} });
  await learn(scenario.hardware);
  return answer(scenario, world.machine(scenario.hardware)!);
}

/** What only a scenario has. */
const parts = ["training", "software", "parallel", "hardware", "budget"];

/**
 * What a file says: a scenario, or a model, a Hugging Face config, a device, a calibration or a law laid over another. Not checked.
 *
 * @throws UserError for files that cannot be read
 */
export async function fileScenario(path: string, over: Scenario): Promise<unknown> {
  const value = await readJsonFile(path);
  if (!isObject(value)) return value;
  if (value.schema === "wallclock/calibration/1") return { ...over, calibration: value };
  if (value.kind === "surface" || value.kind === "allocation") return { ...over, lossLaw: value };
  if (Object.hasOwn(value, "hardware") && Object.hasOwn(value, "model")) return value;
  if (parts.some((part) => Object.hasOwn(value, part))) return { ...over, ...value };
  if (Object.hasOwn(value, "matmulFlopPerSecond")) return { ...over, hardware: { device: value } };
  return { ...over, model: modelOf(value) };
}
