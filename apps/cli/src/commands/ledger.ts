import { asPrinted } from "@wallclock/core";
import { ledgerTable, renderLedger } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { writeResult } from "../result.ts";
import { scenarioOf } from "../scenario.ts";

/** `wallclock ledger`: what one micro-batch costs, operation by operation. */
export async function run(context: Context): Promise<number> {
  const scenario = await scenarioOf(context.args);
  const reply = asPrinted(await (await engineOf(context.args)).ledger(scenario));
  await writeResult(context, {
    json: reply,
    text: (screen) => renderLedger(reply, screen),
    table: () => ledgerTable(reply),
  });
  return exit.ok;
}
