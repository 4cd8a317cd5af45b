import { nullIfRefused } from "../../errors/refused.ts";
import { type BrokenConstraint, brokenConstraint } from "../space/constraint.ts";
import { type Coordinates, coordinatesAt, type Dimension, indexAt, valuesOf } from "../space/coordinates.ts";
import type { Space } from "../space/space.ts";
import type { Ranked } from "./best.ts";
import { itemIn, type PlanItem } from "./item.ts";

/** A run one notch away from the optimum in one dimension, all else as it is. */
export interface Neighbour {
  readonly value: unknown;
  readonly lossNats: number;
  readonly seconds: number;
  readonly usd: number | null;
  readonly parameters: number;
  readonly tokens: number;
  readonly bytesPerDevice: number;
  /** null: the memory of the device is unknown. */
  readonly fits: boolean | null;
  /** The constraint of the request that it breaks; null: none. */
  readonly breaks: BrokenConstraint | null;
}

/** What a notch each way in one dimension does to the optimum; null where the space has none, or it cannot run. */
export interface Sensitivity {
  readonly path: string;
  readonly value: unknown;
  readonly below: Neighbour | null;
  readonly above: Neighbour | null;
}

const notched: readonly Dimension[] = [
  "layers",
  "width",
  "headDim",
  "ffnRatio",
  "kvRatio",
  "ffnKind",
  "globalBatchSequences",
  "microBatchSequences",
  "recompute",
  "parallel",
];

/** The nearest runs to an optimum in every dimension that varies; kinds and layouts in the order of their list. */
export function sensitivityOf(space: Space, best: Pick<Ranked, "index">): Sensitivity[] {
  const at = coordinatesAt(space, best.index);
  return notched
    .filter((dimension) => valuesOf(space, dimension, at.site).length > 1)
    .map((dimension) => ({
      path: `space.${dimension}`,
      value: valuesOf(space, dimension, at.site)[at[dimension]],
      below: neighbour(space, at, dimension, -1),
      above: neighbour(space, at, dimension, 1),
    }));
}

/** The first run in one direction that divides. */
function neighbour(space: Space, at: Coordinates, dimension: Dimension, step: 1 | -1): Neighbour | null {
  const values = valuesOf(space, dimension, at.site);
  for (let place = at[dimension] + step; place >= 0 && place < values.length; place += step) {
    const index = indexAt(space, { ...at, [dimension]: place });
    const item = nullIfRefused(() => itemIn(space, index));
    if (item !== null) return neighbourOf(space, values[place], item);
  }
  return null;
}

function neighbourOf({ request }: Space, value: unknown, { scenario, estimate }: PlanItem): Neighbour {
  const { loss, run, cost, parameters, memory } = estimate;
  const shape = scenario.model as { layers: number; width: number };
  return {
    value,
    lossNats: loss.nats.p50,
    seconds: run.seconds.p50,
    usd: cost.usd,
    parameters: parameters.total,
    tokens: run.tokens,
    bytesPerDevice: memory.bytesPerDevice,
    fits: memory.fits,
    breaks: brokenConstraint(request.constraints, shape, parameters.total),
  };
}
