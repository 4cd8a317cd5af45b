import type { Note } from "../../errors/issue.ts";
import { printed } from "../../serialize.ts";
import type { Columns } from "../front/pareto.ts";
import type { Space } from "../space/space.ts";
import { itemOf, type PlanItem } from "./item.ts";

/** Runs of a frontier that a reply holds: at some 5 kB each, 5 MB. */
export const mostFrontier = 1000;

/** The frontier of a reply. */
export interface Frontier {
  readonly items: readonly PlanItem[];
  /** How many runs the whole of it has. */
  readonly count: number;
  readonly notes: readonly Note[];
}

/**
 * The runs of the frontier by rising loss; of a long one the extremes of every figure, the others evenly spaced.
 *
 * @param count runs at most
 */
export function frontierOf(space: Space, front: Columns, count = mostFrontier): Frontier {
  if (front.index.length <= count) {
    const items = byLoss(undominatedItems(front.index.map((index) => itemOf(space, index))));
    return { items, count: items.length, notes: [] };
  }
  const listed = spread(front, count).map((at) => itemOf(space, front.index[at]!));
  const items = byLoss(undominatedItems(listed));
  const total = front.index.length;
  const message = `the frontier has ${total} runs; ${items.length} of them are listed, with the extremes of every figure`;
  return {
    items,
    count: total,
    notes: [{ code: "frontier-cut", severity: "info", message, path: "frontier" }],
  };
}

function byLoss(items: readonly PlanItem[]): PlanItem[] {
  return [...items].sort(
    ({ estimate: a }, { estimate: b }) =>
      a.loss.nats.p50 - b.loss.nats.p50 ||
      a.parameters.total - b.parameters.total ||
      a.run.seconds.p50 - b.run.seconds.p50 ||
      a.memory.bytesPerDevice - b.memory.bytesPerDevice,
  );
}

/** Places of the extremes and of points evenly spaced by loss, at most `count`. */
function spread(front: Columns, count: number): number[] {
  const order = [...front.index.keys()].sort(
    (a, b) => front.loss[a]! - front.loss[b]! || front.index[a]! - front.index[b]!,
  );
  const chosen = new Set<number>();
  for (const figure of [front.loss, front.seconds, front.bytes, front.parameters]) {
    for (const extreme of extremes(figure)) chosen.add(extreme);
  }
  const gaps = Math.max(2, count - chosen.size);
  for (let i = 0; i < gaps; i += 1) chosen.add(order[Math.round((i * (order.length - 1)) / (gaps - 1))]!);
  return [...chosen];
}

function extremes(figure: readonly number[]): [number, number] {
  let [low, high] = [0, 0];
  for (const [i, value] of figure.entries()) {
    if (value < figure[low]!) low = i;
    if (value > figure[high]!) high = i;
  }
  return [low, high];
}

type Figures = readonly (number | null)[];

/** The figures in which a run of the frontier must not be dominated, as a reply has them; an unknown price compares with nothing. */
function figures({ estimate: { loss, run, cost, memory, parameters } }: PlanItem): Figures {
  const exact = [loss.nats.p50, run.seconds.p50, cost.usd, memory.bytesPerDevice, parameters.total];
  return exact.map((value) => (value === null ? null : printed(value)));
}

/**
 * Whether one run is at most as large as another in all five figures and smaller in one, as replies have them: digits that
 * nobody sees decide nothing.
 */
export function dominates(a: PlanItem, b: PlanItem): boolean {
  return isBelow(figures(a), figures(b));
}

function isBelow(left: Figures, right: Figures): boolean {
  let smaller = false;
  for (const [i, value] of left.entries()) {
    const other = right[i]!;
    if (value === null && other === null) continue;
    if (value === null || other === null || value > other) return false;
    if (value < other) smaller = true;
  }
  return smaller;
}

/** Figures of the search that all but tie are decided by those of `estimate`. */
function undominatedItems(items: readonly PlanItem[]): PlanItem[] {
  const all = items.map(figures);
  return items.filter((_, i) => !all.some((other) => isBelow(other, all[i]!)));
}
