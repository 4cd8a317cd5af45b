import { workloadOf } from "../../estimate/workload.ts";
import { type LossSurface, lawAt, lawParameters } from "../../loss/index.ts";
import type { ParameterCount } from "../../parameters/index.ts";
import { ffnLayers } from "../../spec/ffn-layers.ts";
import { depthIssues } from "../../spec/resolve-parallel.ts";
import { clockOf, type StepClock } from "./clock.ts";
import { type Impossible, isImpossible } from "./impossible.ts";
import { countedAt, type Probes, reference } from "./pieces.ts";
import type { FamilySeed } from "./seed.ts";
import type { LedgerAt, ShapeTerms, SharedTerms } from "./shared.ts";
import { type StepStore, storeOf } from "./store.ts";

/** What all points of a family with one number of layers share. */
export interface LayerTerms {
  readonly layers: number;
  readonly parameters: ParameterCount;
  /** The seed's law for models of this shape. */
  readonly law: LossSurface;
  /** N as the seed's law counts it. */
  readonly lawParameters: number;
  readonly stepSeconds: StepClock;
  readonly bytesPerDevice: StepStore;
}

/** The figures of a point, as `estimate` gives them; written again and again. */
export interface Figures {
  /** Why there are none; null when there are. */
  code: string | null;
  /** Median seconds of a step. */
  stepSeconds: number;
  bytesPerDevice: number;
  parametersTotal: number;
}

/** Figures to be written to. */
export function noFigures(): Figures {
  return { code: null, stepSeconds: 0, bytesPerDevice: 0, parametersTotal: 0 };
}

/** All points that differ in layers and accumulation alone. */
export interface Family {
  readonly seed: FamilySeed;
  /**
   * Whether figures never fall as layers or accumulation grow, where pipeline stages divide the layers: a point's figures are
   * then the least of all points with as many or more of both. The model's own do; a calibration's need not.
   */
  readonly isMonotone: boolean;
  /** What points of as many layers share. */
  readonly prepare: (layers: number) => LayerTerms | Impossible;
  /** Writes the figures of a point. */
  readonly figures: (terms: LayerTerms, accumulation: number, out: Figures) => void;
}

/**
 * Compiles a family: everything that layers and accumulation do not change is evaluated once, by the functions that
 * `estimate` calls. Where all layers are alike the rest is linear in them; where they are not, each number of layers is
 * evaluated as a whole.
 *
 * @throws UserError `calibration_device`, `calibration_foreign` as `estimate` does
 * @example
 * const family = compileFamily(seedOf(scenario, machine), sharedTerms());
 * const terms = family.prepare(24);
 */
export function compileFamily(seed: FamilySeed, shared: SharedTerms): Family {
  const { resolved, law, calibration } = seed;
  const shape = shared.shape(resolved.model);
  const ledger = shape.ledger(workloadOf(resolved));
  const clock = clockOf({ resolved, ledger, probes: probesOf(seed, shape, ledger) }, calibration);
  const store = storeOf(resolved, shape.uniform);
  return {
    seed,
    isMonotone: calibration === null,
    prepare: (layers) => {
      const layered = shape.layered(layers);
      if (isImpossible(layered)) return layered;
      const [tooDeep] = depthIssues(resolved.parallel, layers);
      if (tooDeep !== undefined) return { code: tooDeep.code };
      const { counts, model } = layered;
      return {
        layers,
        parameters: counts,
        law: lawAt(law, model),
        lawParameters: lawParameters({ law, parameters: counts, isMoe: ffnLayers(model).moe > 0 }),
        stepSeconds: clock(layered),
        bytesPerDevice: store(layered),
      };
    },
    figures: writeFigures,
  };
}

function writeFigures(terms: LayerTerms, accumulation: number, out: Figures): void {
  const seconds = terms.stepSeconds(accumulation);
  out.code = seconds > 0 ? (Number.isFinite(seconds) ? null : "out_of_range") : "calibration_beyond";
  out.stepSeconds = seconds;
  out.bytesPerDevice = terms.bytesPerDevice(accumulation);
  out.parametersTotal = terms.parameters.total;
}

/** Two sizes of the run, where it is linear in its layers; null where it is not, or where they are no models. */
function probesOf({ resolved }: FamilySeed, shape: ShapeTerms, ledger: LedgerAt): Probes | null {
  // Muon's matmuls a device are a ratio of lines where experts are shared by fewer ranks.
  const rational = resolved.training.optimizer === "muon" && resolved.model.moe !== null;
  if (!shape.uniform || rational) return null;
  const [one, two] = [shape.layered(reference), shape.layered(2 * reference)];
  if (isImpossible(one) || isImpossible(two)) return null;
  return { one: countedAt(resolved, one, ledger(one)), two: countedAt(resolved, two, ledger(two)) };
}
