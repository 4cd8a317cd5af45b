import {
  asPrinted,
  fail,
  isImpossiblePlan,
  type PlanImpossible,
  type PlanRequest,
  serialize,
} from "@wallclock/core";
import {
  type PlanTableName,
  planMapSvg,
  planTable,
  planTables,
  renderImpossible,
  renderPlan,
} from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { tell } from "../io/output.ts";
import { machinesOf } from "../plan/machines.ts";
import { jsonMeter, lineMeter, type Meter, silent } from "../plan/meter.ts";
import { requestOf } from "../plan/request.ts";
import { searchPlan } from "../plan/search.ts";
import { drawn, writeResult } from "../result.ts";

/** `wallclock plan`: the best runs of a space; Ctrl-C answers with the best so far. */
export async function run(context: Context): Promise<number> {
  const { values } = context.args;
  const table = tableName(values.get("table"));
  const threads = threadsOf(values.get("threads"));
  const { request, assumed } = await requestOf(context.args);
  const meter = meterOf(context, request);
  const signal = untilInterrupted();
  const url = values.get("remote");
  const search =
    url === undefined ? hereWith(threads) : (await import("../remote/plan.ts")).searchAt.bind(null, url);
  const found = asPrinted(await search(request, { report: meter.report, signal }).finally(meter.clear));
  const outcome = isImpossiblePlan(found) ? found : { ...found, assumed: [...found.assumed, ...assumed] };
  const isBroken = signal.aborted && (isImpossiblePlan(outcome) || outcome.truncated);
  if (isImpossiblePlan(outcome)) return sayImpossible(context, outcome, isBroken);
  await writeResult(context, {
    json: outcome,
    text: (screen) => renderPlan(outcome, { ...screen, request }),
    table: () => planTable(outcome, table),
    svg: () => planMapSvg(outcome),
  });
  return isBroken ? exit.interrupted : exit.ok;
}

/** A search in this program. */
function hereWith(threads: number | null) {
  return async (
    request: PlanRequest,
    { report, signal }: Pick<Meter, "report"> & { signal: AbortSignal },
  ) => {
    const machines = await machinesOf(request);
    return searchPlan(request, machines, { threads, report, isStopped: () => signal.aborted });
  };
}

/** Ctrl-C ends the search, a second one the program. */
function untilInterrupted(): AbortSignal {
  const control = new AbortController();
  process.removeAllListeners("SIGINT").on("SIGINT", () => {
    if (control.signal.aborted) process.exit(exit.interrupted);
    control.abort();
  });
  return control.signal;
}

function tableName(word: string | undefined): PlanTableName {
  const found = planTables.find((name) => name === (word ?? planTables[0]));
  if (found !== undefined) return found;
  const message = `--table ("${word?.slice(0, 40)}") must be one of ${planTables.join(", ")}`;
  return fail("bad_table", "", message);
}

const mostThreads = 256;

function threadsOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const count = Number(word);
  if (Number.isInteger(count) && count >= 1 && count <= mostThreads) return count;
  return fail(
    "bad_threads",
    "",
    `--threads ("${word.slice(0, 40)}") must be a whole number from 1 to ${mostThreads}`,
  );
}

function meterOf({ args, screen }: Context, { objective }: PlanRequest): Meter {
  const word = args.values.get("progress");
  if (word === "json") return jsonMeter();
  if (word !== undefined && word !== "none") {
    fail("bad_progress", "", `--progress ("${word.slice(0, 40)}") must be json or none`);
  }
  return word === "none" ? silent : lineMeter(objective, screen.quiet);
}

/** An answer is what a plan is for: that there is none is said where errors are. */
function sayImpossible(context: Context, outcome: PlanImpossible, isBroken: boolean): number {
  const { args, screen } = context;
  if (args.switches.has("json")) tell(serialize(outcome));
  else tell(drawn(renderImpossible(outcome, screen), screen, "err"));
  return isBroken ? exit.interrupted : exit.impossible;
}
