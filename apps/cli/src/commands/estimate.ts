import { renderEstimate } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { writeResult } from "../result.ts";
import { scenarioOf } from "../scenario.ts";

/** `wallclock estimate`: everything about one run, or about each line of `--jsonl`. */
export async function run(context: Context): Promise<number> {
  const { args } = context;
  if (args.values.has("jsonl")) return (await import("./estimate-lines.ts")).run(context);
  const scenario = await scenarioOf(args);
  const engine = await engineOf(args);
  const reply = await engine.estimate(scenario);
  const curve = args.switches.has("json") ? [] : await engine.curve(scenario);
  await writeResult(context, {
    json: reply,
    text: (screen) => renderEstimate(reply, { ...screen, scenario, curve }),
  });
  return args.switches.has("require-fit") && reply.memory.fits === false ? exit.impossible : exit.ok;
}
