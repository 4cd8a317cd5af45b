import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { estimateResolved } from "./estimate-resolved.ts";
import type { Estimate } from "./types.ts";

/**
 * Everything that can be said of a run before it starts: parameters, ledger, step time and its parts, run time,
 * memory, loss, cost, each with what was assumed. Pure: the same arguments give the same bytes.
 * Source: the stages it joins: (M1)–(M12) of docs/method.md, the loss law named in the reply.
 *
 * @param scenario the run, as in the public format
 * @param machine a hardware profile, or one with its usual node or a named cluster
 * @throws UserError when the scenario is impossible; "does not fit in memory" is an answer, not an error
 * @example
 * estimate({ model: "gpt2-124m", hardware: "8x h100", training: { tokens: 1e10 } }, machine).run.steps // => 152588
 * reply.step.seconds // => { p10: 0.027202, p50: 0.031604, p90: 0.036719 }
 * reply.memory.fits // => true
 */
export function estimate(scenario: Scenario, machine: MachineLike): Estimate {
  return estimateResolved(resolve(scenario, machine), scenario);
}
