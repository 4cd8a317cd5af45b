import type { Resolved } from "../../spec/resolved.ts";
import type { TimeConstants } from "../../time/constants.ts";
import { geometryOf } from "../../time/geometry.ts";
import { stageLayers } from "../../time/stage.ts";
import { type Counted, type StepPieces, stepPieces } from "../../time/terms.ts";
import { type LinearPieces, linearPieces, piecesAt } from "./linear.ts";
import type { LayeredModel, LedgerSums } from "./shared.ts";

/** A run without its number of layers. */
export interface Stretchable {
  readonly resolved: Resolved;
  /** Whether all layers are alike. */
  readonly uniform: boolean;
  /** The ledger of the run's micro-batch. */
  readonly ledger: (layered: LayeredModel) => LedgerSums;
}

/** The pieces of a step at a number of layers. */
export type PiecesAt = (layered: LayeredModel) => StepPieces;

/** Models of {@link reference} and twice as many layers: two points of every line. */
export interface Probes {
  readonly one: LayeredModel;
  readonly two: LayeredModel;
}

/** Layers of the first probe. Many: what lies outside the layers then takes no digits from the slopes. */
export const reference = 64;

/**
 * The pieces of a step as a function of the layers alone. With probes, the functions of the time model are asked at three points
 * (layers of the stage, layers of the model), and the plane through them is all that is left; without, they are asked each time.
 */
export function piecesOf(run: Stretchable, constants: TimeConstants, probes: Probes | null): PiecesAt {
  if (probes === null) return (layered) => stepPieces(countedAt(run, layered), "train-step", constants);
  const one = countedAt(run, probes.one);
  const two = countedAt(run, probes.two);
  const ask = (counted: Counted, held: number): StepPieces =>
    stepPieces(withStage(counted, held), "train-step", constants);
  const linear: LinearPieces = linearPieces({
    one: ask(one, reference),
    longerStage: ask(one, 2 * reference),
    longerModel: ask(two, reference),
    distance: reference,
  });
  const { parallel } = run.resolved;
  return ({ model }) => piecesAt(linear, stageLayers(model.layers, parallel), model.layers);
}

function countedAt({ resolved, ledger }: Stretchable, layered: LayeredModel): Counted {
  const at = { ...resolved, model: layered.model };
  return { resolved: at, geometry: geometryOf(at), flop: ledger(layered).flop };
}

/** The same run with a stage of `held` layers, all alike. */
function withStage({ resolved, geometry, flop }: Counted, held: number): Counted {
  const share = held / resolved.model.layers;
  const mixtures = geometry.stage.mixtures > 0 ? held : 0;
  const stage = { layers: held, mixtures, matmulShare: share, attentionShare: share };
  return { resolved, geometry: { ...geometry, stage }, flop };
}
