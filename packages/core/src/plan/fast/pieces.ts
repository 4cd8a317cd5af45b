import type { Resolved } from "../../spec/resolved.ts";
import type { TimeConstants } from "../../time/constants.ts";
import { type Counted, trafficOf } from "../../time/counted.ts";
import { geometryOf } from "../../time/geometry.ts";
import { stageLayers } from "../../time/longest-stage.ts";
import { ratesOf } from "../../time/rates.ts";
import { type StepPieces, stepPieces } from "../../time/terms.ts";
import { linearPieces, piecesAt } from "./linear.ts";
import type { LayeredModel, LedgerSums } from "./shared.ts";

/** A run without its number of layers. */
export interface Stretchable {
  readonly resolved: Resolved;
  /** The ledger of the run's micro-batch. */
  readonly ledger: (layered: LayeredModel) => LedgerSums;
  /** Where all layers are alike and the run is linear in them: two sizes of it. */
  readonly probes: Probes | null;
}

/** The run at {@link reference} and at twice as many layers: two points of every line. */
export interface Probes {
  readonly one: Counted;
  readonly two: Counted;
}

/** Layers of the first probe. Many: what lies outside the layers then takes no digits from the slopes. */
export const reference = 64;

/** The pieces of a step at a number of layers. */
export type PiecesAt = (layered: LayeredModel) => StepPieces;

/**
 * The pieces of a step of `accumulation` micro-batches as a function of the layers alone. With probes, the functions of the time
 * model are asked at three points (layers of the stage, layers of the model), and the plane through them is all that is
 * left; without, they are asked each time.
 */
export function piecesOf(run: Stretchable, constants: TimeConstants, accumulation: number): PiecesAt {
  const { resolved, probes } = run;
  const speeds = { rates: ratesOf(resolved, constants), constants };
  const ask = (counted: Counted): StepPieces =>
    stepPieces(accumulating(counted, accumulation), "train-step", speeds);
  if (probes === null) return (layered) => ask(countedAt(resolved, layered, run.ledger(layered)));
  const linear = linearPieces({
    one: ask(withStage(probes.one, reference)),
    longerStage: ask(withStage(probes.one, 2 * reference)),
    longerModel: ask(withStage(probes.two, reference)),
    distance: reference,
  });
  const { parallel } = resolved;
  return ({ model }) => piecesAt(linear, stageLayers(model.layers, parallel), model.layers);
}

/** The run with the layers of a model. */
export function countedAt(resolved: Resolved, { model }: LayeredModel, { flop }: LedgerSums): Counted {
  const at = { ...resolved, model };
  return { resolved: at, geometry: geometryOf(at), flop, traffic: trafficOf(at) };
}

/** The same run with so many micro-batches a step. */
function accumulating(counted: Counted, accumulation: number): Counted {
  const { resolved } = counted;
  const training = { ...resolved.training, accumulation };
  return { ...counted, resolved: { ...resolved, training } };
}

/** The same run with a stage of `held` layers, all alike. */
function withStage(counted: Counted, held: number): Counted {
  const { resolved, geometry } = counted;
  const share = held / resolved.model.layers;
  const mixtures = geometry.stage.mixtures > 0 ? held : 0;
  const stage = { layers: held, mixtures, matmulShare: share, attentionShare: share };
  return { ...counted, geometry: { ...geometry, stage } };
}
