import { estimate, fail, lossCurve, secondsToLoss } from "@wallclock/core";
import { curveTable, renderLoss } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { machineFor } from "../machine.ts";
import { writeResult } from "../result.ts";
import { scenarioOf } from "../scenario.ts";

/** `wallclock loss`: what a run reaches along the way, and when it reaches `--target`. */
export async function run(context: Context): Promise<number> {
  const nats = targetOf(context.args.values.get("target"));
  const scenario = await scenarioOf(context.args);
  const machine = await machineFor(scenario.hardware);
  const reply = estimate(scenario, machine);
  const curve = lossCurve(scenario, machine);
  const target = nats === null ? null : { nats, reached: secondsToLoss(scenario, machine, nats) };
  const json = { ...reply.loss, curve, ...(target === null ? {} : { target }) };
  await writeResult(context, {
    json,
    text: (screen) => renderLoss(reply, { ...screen, curve, target }),
    table: () => curveTable(curve),
  });
  return exit.ok;
}

function targetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const nats = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(nats) && nats > 0) return nats;
  return fail(
    "bad_target",
    "",
    `--target ("${text.slice(0, 40)}") must be a loss in nats above 0`,
    "for example 3.2",
  );
}
