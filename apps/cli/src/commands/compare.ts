import { compareEstimates, type Estimate, fail, findPreset, presets, UserError } from "@wallclock/core";
import { comparisonTable, renderComparison } from "@wallclock/core/report";
import { deviceIds, deviceOfCluster } from "@wallclock/hardware/lazy";
import { near, nearestHint } from "../args/near.ts";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { isFileName, isThere, readJsonFile } from "../io/json-file.ts";
import { machineFor } from "../machine.ts";
import { writeResult } from "../result.ts";
import { type Overrides, overridesOf, withOverrides } from "../scenario.ts";

/** `wallclock compare A B …`: estimates side by side; the flags apply to all, and may not say what A and B say. */
export async function run(context: Context): Promise<number> {
  const { operands } = context.args;
  if (operands.length < 2)
    fail("two_operands", "", `compare needs at least two scenarios, not ${operands.length}`, "compare A B");
  if (operands.filter((word) => word === "-").length > 1)
    fail("two_operands", "", "only one of the scenarios can be standard input");
  const overrides = await overridesOf(context.args);
  const kinds = await kindsOf(operands, overrides);
  const engine = await engineOf(context.args);
  const estimates: Estimate[] = [];
  for (const [index, word] of operands.entries()) {
    const kind = kinds[index]!;
    const base = kind === "file" ? await readJsonFile(word) : { [kind]: word };
    const scenario = await withOverrides(base, overrides);
    estimates.push(await engine.estimate(scenario));
  }
  const reply = compareEstimates(estimates);
  await writeResult(context, {
    json: reply,
    text: (screen) => renderComparison(reply, { ...screen, names: operands }),
    table: () => comparisonTable(reply.estimates, operands),
  });
  return exit.ok;
}

type Kind = "file" | "model" | "hardware";

/** What A, B … are; what they differ in, no flag may say for all. */
async function kindsOf(operands: readonly string[], { parts, leaves }: Overrides): Promise<Kind[]> {
  const given = (part: string) => Object.hasOwn(parts, part) || Object.hasOwn(leaves, part);
  const kinds: Kind[] = [];
  for (const word of operands) {
    kinds.push(await kindOf(word, given("hardware") && !given("model")));
  }
  for (const [index, kind] of kinds.entries()) {
    if (kind === "file" || !given(kind)) continue;
    const noun = kind === "model" ? "a model" : "a machine";
    fail(
      "operand_overridden",
      kind,
      `"${operands[index]!.slice(0, 80)}" is ${noun}, and --${kind} gives another for all runs`,
      `leave --${kind} out`,
    );
  }
  return kinds;
}

/** A word is a scenario's file, a model, or a machine. */
async function kindOf(word: string, wantsModel: boolean): Promise<Kind> {
  if (findPreset(word).found && !isThere(word)) return "model";
  if (isFileName(word)) return "file";
  return (await isMachine(word)) ? "hardware" : unknown(word, wantsModel);
}

async function isMachine(word: string): Promise<boolean> {
  try {
    await machineFor(word);
    return true;
  } catch (error) {
    if (error instanceof UserError && error.issues[0]?.code === "unknown_hardware") return false;
    throw error;
  }
}

/** Models are the only choice where a flag has said the machine. */
async function unknown(word: string, wantsModel: boolean): Promise<never> {
  const name = word.replace(/^\d+\s*[x×*]\s*/i, "");
  const machines = wantsModel ? [] : [...deviceIds, ...Object.keys(deviceOfCluster)];
  const close = near(name, [...presets.map(({ id }) => id), ...machines]);
  const nothing = wantsModel ? "no file and no model" : "no file, no model and no machine";
  const lists = wantsModel
    ? "wallclock models lists them"
    : "wallclock models and wallclock hardware list them";
  return fail(
    "unknown_operand",
    "",
    `"${word.slice(0, 80)}" is ${nothing} that is known`,
    nearestHint(close, lists),
  );
}
