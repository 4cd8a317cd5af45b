import { compareEstimates, type Estimate, estimate, fail, findPreset } from "@wallclock/core";
import { comparisonTable, renderComparison } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { isFileName, readJsonFile } from "../io/json-file.ts";
import { machineFor } from "../machine.ts";
import { writeResult } from "../result.ts";
import { overridesOf, withOverrides } from "../scenario.ts";

/** `wallclock compare A B`: two estimates side by side; the flags apply to both. */
export async function run(context: Context): Promise<number> {
  const { operands } = context.args;
  if (operands.length !== 2)
    fail("two_operands", "", `compare needs two scenarios, not ${operands.length}`, "compare A B");
  if (operands.every((word) => word === "-"))
    fail("two_operands", "", "only one of A and B can be standard input");
  const overrides = await overridesOf(context.args);
  const onHardware = [overrides.parts, overrides.leaves].some((each) => Object.hasOwn(each, "hardware"));
  const estimates: Estimate[] = [];
  for (const word of operands) {
    const scenario = await withOverrides(await baseOf(word, onHardware), overrides);
    estimates.push(estimate(scenario, await machineFor(scenario.hardware)));
  }
  const reply = compareEstimates(estimates);
  await writeResult(context, {
    json: reply,
    text: (screen) => renderComparison(reply, { ...screen, names: operands }),
    table: () => comparisonTable(estimates, operands),
  });
  return exit.ok;
}

/** A word is a scenario's file, or names what the two runs differ in: a model, else the machine. */
async function baseOf(word: string, onHardware: boolean): Promise<unknown> {
  if (isFileName(word)) return readJsonFile(word);
  return onHardware || findPreset(word).found ? { model: word } : { hardware: word };
}
