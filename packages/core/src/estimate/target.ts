import { fail } from "../errors/issue.ts";
import { floorOf } from "../loss/index.ts";
import { countParameters } from "../parameters/index.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type CurvePoint, secondsToLoss } from "./curve.ts";
import { lawOf, lossOf } from "./estimate-resolved.ts";
import { runUnderLaw } from "./run-under-law.ts";
import { type SizesForLoss, sizesForLoss } from "./sizes.ts";

/** A loss to reach, and when this model does. */
export interface LossTarget {
  readonly nats: number;
  /** Null when no number of tokens is enough. */
  readonly reached: CurvePoint | null;
  /** Whether the law was fitted on runs as long as that; null where it is not reached. */
  readonly inDomain: boolean | null;
  /** What the law says this model ends above, however many tokens it sees. */
  readonly floorNats: number;
  /** Where the model never does: sizes of its shape that do; null when none that fits does, or it was not needed. */
  readonly sizes: SizesForLoss | null;
}

/**
 * When the median loss of a scenario's run reaches `nats`, by any law and calibration that the scenario names; where it never
 * does, the floor it stays above and which sizes of its shape would.
 *
 * @throws UserError `bad_target` for a loss that is none, or one above that of guessing, ln(vocabulary)
 * @example
 * lossTarget(scenario, machine, 3.2).reached?.nats // => 3.2000
 * lossTarget(scenario, machine, 2).floorNats // => 2.5540
 */
export function lossTarget(scenario: Scenario, machine: MachineLike, nats: number): LossTarget {
  const resolved = resolve(scenario, machine);
  checkTarget(nats, resolved.model.vocab);
  const { law } = lawOf(scenario);
  const parameters = countParameters(resolved.model);
  const reached = secondsToLoss(scenario, machine, nats);
  return {
    nats,
    reached,
    inDomain: reached === null ? null : lossOf(resolved, law, parameters, reached.tokens).inDomain,
    floorNats: floorOf(runUnderLaw(law, resolved, parameters)),
    sizes: reached === null ? sizesForLoss(scenario, machine, nats) : null,
  };
}

function checkTarget(nats: number, vocab: number): void {
  if (!(nats > 0 && Number.isFinite(nats)))
    fail("bad_target", "target", `target (${nats}) must be a loss above 0`, "for example 3.2 nats a token");
  const guessing = Math.log(vocab);
  if (nats < guessing) return;
  const message = `target (${nats} nats) is not below ln(${vocab}) = ${guessing.toFixed(2)}, the loss of guessing every token alike`;
  fail("bad_target", "target", message, "every run is there before its first step");
}
