import type { Ledger } from "../../ledger/build.ts";
import { buildLedger } from "../../ledger/index.ts";
import type { Workload } from "../../ledger/workload.ts";
import { type ParameterPieces, parameterPieces } from "../../memory/stage-parameters.ts";
import { countParameters, type ParameterCount } from "../../parameters/index.ts";
import type { Model } from "../../spec/model.ts";
import { type LedgerFlop, ledgerFlop } from "../../time/ledger-flop.ts";
import { attempt } from "../search/evaluator.ts";
import type { Rejection } from "../search/goal.ts";

/** A shape with a number of layers, and what of it no layout changes. */
export interface LayeredModel {
  readonly model: Model;
  readonly counts: ParameterCount;
  readonly pieces: ParameterPieces;
}

/** What the time reads of a ledger. */
export interface LedgerSums extends Pick<Ledger, "byPhase"> {
  readonly flop: LedgerFlop;
}

/** Everything of one shape that families share; a shape is a model whose layers do not matter. */
export interface ShapeTerms {
  /** Whether all layers are alike: then most of a run is linear in their number. */
  readonly uniform: boolean;
  readonly layered: (layers: number) => LayeredModel | Rejection;
  readonly ledger: (workload: Workload) => LedgerAt;
}

/** The ledger of a micro-batch by layers. */
export type LedgerAt = (layered: LayeredModel) => LedgerSums;

/** What the families of a search share. Kept for as long as the shapes' models are, each within bounds. */
export interface SharedTerms {
  /** The terms of a shape: give the same object for the same shape. */
  readonly shape: (model: Model) => ShapeTerms;
}

/** Most ledgers kept of one shape and micro-batch. */
const mostLedgers = 256;

/** An empty cache. */
export function sharedTerms(): SharedTerms {
  const shapes = new WeakMap<Model, ShapeTerms>();
  return {
    shape: (model) => {
      const known = shapes.get(model);
      if (known !== undefined) return known;
      const made = shapeTerms(model);
      shapes.set(model, made);
      return made;
    },
  };
}

function shapeTerms(model: Model): ShapeTerms {
  const layered = new Map<number, LayeredModel | Rejection>();
  const ledgers = new Map<string, LedgerAt>();
  return {
    uniform: hasEqualLayers(model),
    layered: (layers) => {
      const known = layered.get(layers);
      if (known !== undefined) return known;
      const made = layeredModel(model, layers);
      layered.set(layers, made);
      return made;
    },
    ledger: (workload) => {
      const key = keyOf(workload);
      const known = ledgers.get(key);
      if (known !== undefined) return known;
      const made = ledgerAt(workload);
      ledgers.set(key, made);
      return made;
    },
  };
}

function ledgerAt(workload: Workload): LedgerAt {
  const ledgers = new Map<number, LedgerSums>();
  return ({ model, counts }) => {
    const known = ledgers.get(model.layers);
    if (known !== undefined) return known;
    const { ops, byPhase } = buildLedger(model, workload, counts.total);
    const made = { flop: ledgerFlop({ ops }), byPhase };
    if (ledgers.size >= mostLedgers) ledgers.clear();
    ledgers.set(model.layers, made);
    return made;
  };
}

function layeredModel(shape: Model, layers: number): LayeredModel | Rejection {
  const model = { ...shape, layers };
  return attempt(() => {
    const counts = countParameters(model);
    return { model, counts, pieces: parameterPieces(model, counts) };
  });
}

function keyOf(workload: Workload): string {
  const { batch, contextLength, precision, optimizer, recompute, variant } = workload;
  return `${batch} ${contextLength} ${precision} ${optimizer} ${recompute} ${variant}`;
}

/** Neither mixtures nor windows on some of the layers alone. */
function hasEqualLayers({ moe, attentionWindow: window }: Model): boolean {
  const sameFfn = moe === null || (moe.denseLayers === 0 && moe.every === 1);
  const sameSpan = window === null || ("every" in window ? window.every : window.fullEvery) === 1;
  return sameFfn && sameSpan;
}
