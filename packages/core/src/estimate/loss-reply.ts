import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type CurvePoint, lossCurve } from "./curve.ts";
import { estimate } from "./estimate.ts";
import { type BestShape, bestShape } from "./sizes.ts";
import { type LossTarget, lossTarget } from "./target.ts";
import type { Estimate } from "./types.ts";

/** The reply of `loss`: the estimate's own part, the way there, and what was asked beside it. */
export type LossReply = Estimate["loss"] & {
  readonly curve: readonly CurvePoint[];
  /** Where a loss to reach was asked for. */
  readonly target?: LossTarget;
  /** Where the scenario has a budget. */
  readonly bestShape?: BestShape;
};

/**
 * What a run reaches, along the way and at its end; when it reaches `nats`; and which size its budget would buy. Units: nats a token,
 * seconds.
 *
 * @param nats a loss to reach; null for none
 * @throws UserError as `estimate` does; `bad_target`
 * @example
 * lossReply(scenario, machine, 3.2).target?.reached?.tokens // => 3901685760
 * lossReply(scenario, machine, null).nats.p50 // => 3.0118
 */
export function lossReply(scenario: Scenario, machine: MachineLike, nats: number | null): LossReply {
  const { loss } = estimate(scenario, machine);
  const curve = lossCurve(scenario, machine);
  const best = bestShape(scenario, machine);
  return {
    ...loss,
    curve,
    ...(nats === null ? {} : { target: lossTarget(scenario, machine, nats) }),
    ...(best === null ? {} : { bestShape: best }),
  };
}
