import { type Issue, issue } from "../../errors/issue.ts";
import { nullIfRefused } from "../../errors/refused.ts";
import type { Least, PlanState } from "../search/state.ts";
import type { Space } from "../space/space.ts";
import { itemOf, oneStepOf, type PlanItem } from "./item.ts";

/** A request that no run of its space fulfils: why, and which run comes closest. */
export interface PlanImpossible {
  readonly schema: "wallclock/plan-impossible/1";
  readonly issues: readonly Issue[];
  /** Points of the space that divide. */
  readonly explored: number;
  /** Points turned away, by why. */
  readonly rejected: Readonly<Record<string, number>>;
  /** The run that comes closest; null: none can be evaluated. */
  readonly closest: PlanItem | null;
}

/** Says why no point of a space is a candidate. */
export function impossibleOf(
  space: Space,
  state: Pick<PlanState, "visited" | "rejected" | "nearest">,
): PlanImpossible {
  const { rejected, visited } = state;
  const explored = visited - (rejected.indivisible ?? 0);
  const why = explored === 0 ? emptySpace(visited) : mainReason(space, state);
  const part =
    visited < space.points
      ? ` (the search was broken off after ${visited} of ${space.points} combinations)`
      : "";
  return {
    schema: "wallclock/plan-impossible/1",
    issues: [{ ...why.issue, message: `${why.issue.message}${part}` }],
    explored,
    rejected,
    closest: why.closest,
  };
}

interface Why {
  readonly issue: Issue;
  readonly closest: PlanItem | null;
}

function emptySpace(visited: number): Why {
  const message = `none of the ${visited} combinations divides: heads = width / headDim, kvHeads, tensor and pipeline ranks and the batch must be whole`;
  const hint = "widths that are multiples of headDim, batches that are multiples of data ranks × micro-batch";
  return { issue: issue("no_plan", "space", message, hint), closest: null };
}

/** The reason nearest to success: what was rejected last on the way of a point through the rules. */
function mainReason(space: Space, { rejected, nearest }: Pick<PlanState, "rejected" | "nearest">): Why {
  const { request } = space;
  if ((rejected["over-budget"] ?? 0) > 0) return overBudget(space, nearest.overBudget);
  if ((rejected["target-unreachable"] ?? 0) > 0) return unreachable(space, nearest.floor);
  if ((rejected["budget-too-small"] ?? 0) > 0) return tooSmall(space, nearest.stepSeconds);
  if ((rejected["price-unknown"] ?? 0) > 0) {
    const message = `${request.objective === "usd" ? "the objective" : "the budget"} is in dollars and no machine has a price`;
    return {
      issue: issue("no_plan", "hardware.usdPerDeviceHour", message, "give hardware.usdPerDeviceHour"),
      closest: null,
    };
  }
  if ((rejected["does-not-fit"] ?? 0) > 0) return doesNotFit(space, nearest.bytes);
  const [name, count] = Object.entries(rejected)
    .filter(([key]) => key !== "indivisible")
    .sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const message = `every run of the space is rejected, ${count} of them by ${name}`;
  return { issue: issue("no_plan", "space", message, null), closest: null };
}

/** The item of a point as far as it can be evaluated. */
function item(space: Space, { index }: Least, evaluate = itemOf): PlanItem | null {
  return index < 0 ? null : nullIfRefused(() => evaluate(space, index));
}

const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

function doesNotFit(space: Space, nearest: Least): Why {
  const capacity = Math.max(...space.sites.map(({ hardware }) => hardware.device.memoryCapacityBytes ?? 0));
  const message = `nothing fits: the least memory of the space is ${gib(nearest.value)}, a device has ${gib(capacity)}`;
  const hint = "smaller models, micro-batches, recompute, sharding or more devices";
  return { issue: issue("no_plan", "constraints.fits", message, hint), closest: item(space, nearest) };
}

function tooSmall(space: Space, nearest: Least): Why {
  const message = `the budget buys no step of any run: the shortest takes ${nearest.value.toPrecision(3)} s`;
  return {
    issue: issue("no_plan", "budget", message, "a larger budget, or smaller global batches"),
    closest: item(space, nearest, oneStepOf),
  };
}

function unreachable(space: Space, nearest: Least): Why {
  const { target } = space.request;
  const floor = nearest.value;
  const message = `no run reaches ${target?.lossNats} nats: under ${space.law.id} the best model that fits ends above ${floor.toFixed(4)} however long it trains`;
  const hint = `a target above ${floor.toFixed(3)}, or larger models`;
  return { issue: issue("no_plan", "target.lossNats", message, hint), closest: null };
}

function overBudget(space: Space, nearest: Least): Why {
  const closest = item(space, nearest);
  const usd = closest?.estimate.cost.usd;
  const cost = usd == null ? "" : ` and $${usd.toPrecision(3)}`;
  const time =
    closest === null ? "" : `: the closest takes ${closest.estimate.run.seconds.p50.toPrecision(3)} s${cost}`;
  const message = `no run reaches the target within the budget${time}`;
  return { issue: issue("no_plan", "budget", message, "a larger budget, or a higher target"), closest };
}
