import { availableParallelism } from "node:os";
import type { PlanImpossible, PlanReply, PlanRequest } from "@wallclock/core";
import { machinesOf } from "../../plan/machines.ts";
import { searchPlan } from "../../plan/search.ts";
import type { Watch } from "../../remote/plan.ts";

/** Finds the best runs of a request; what is stopped gives what it has seen. */
export type Search = (request: PlanRequest, watch: Watch) => Promise<PlanReply | PlanImpossible>;

/** Fewest threads: this one is for the keys. */
const fewest = 2;

const here: Search = async (request, { report, signal }) =>
  searchPlan(request, await machinesOf(request), {
    threads: Math.max(fewest, availableParallelism()),
    report,
    isStopped: () => signal.aborted,
  });

/** In threads of this program, or by the API that `--remote` names. */
export async function searchOf(url: string | null): Promise<Search> {
  if (url === null) return here;
  const { searchAt } = await import("../../remote/plan.ts");
  return (request, watch) => searchAt(url, request, watch);
}
