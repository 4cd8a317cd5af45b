import { isObject, readJsonFile } from "../../io/json-file.ts";
import { modelOf, withOverrides } from "../../scenario.ts";
import { type Answer, answer } from "../answer.ts";
import type { GrowingWorld } from "./machines.ts";

/**
 * The answer with what a file says: a scenario in place of the present one, or a model, a Hugging Face config, a calibration
 * or a law laid over it.
 *
 * @throws UserError for files that cannot be read, and what is impossible
 */
export async function loadFile(path: string, from: Answer, { world, learn }: GrowingWorld): Promise<Answer> {
  const value = await readJsonFile(path);
  const scenario = await withOverrides(laidOver(value, from), { parts: {}, leaves: {} });
  await learn(scenario.hardware);
  return answer(scenario, world.machine(scenario.hardware)!);
}

function laidOver(value: unknown, { scenario }: Answer): unknown {
  if (!isObject(value)) return value;
  if (value.schema === "wallclock/calibration/1") return { ...scenario, calibration: value };
  if (value.kind === "surface" || value.kind === "allocation") return { ...scenario, lossLaw: value };
  if (Object.hasOwn(value, "hardware") && Object.hasOwn(value, "model")) return value;
  return { ...scenario, model: modelOf(value) };
}
