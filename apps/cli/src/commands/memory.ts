import { asPrinted } from "@wallclock/core";
import { memoryTable, renderMemory } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { writeResult } from "../result.ts";
import { scenarioOf } from "../scenario.ts";

/** `wallclock memory`: what fills a device. */
export async function run(context: Context): Promise<number> {
  const scenario = await scenarioOf(context.args);
  const reply = asPrinted(await (await engineOf(context.args)).estimate(scenario));
  await writeResult(context, {
    json: reply.memory,
    text: (screen) => renderMemory(reply, { ...screen, scenario }),
    table: () => memoryTable(reply),
  });
  const unfit = reply.memory.fits === false;
  return unfit && context.args.switches.has("require-fit") ? exit.impossible : exit.ok;
}
