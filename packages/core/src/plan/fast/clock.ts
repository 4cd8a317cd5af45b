import { posteriorOf, requireUsable } from "../../calibrate/apply.ts";
import { lineSeconds } from "../../calibrate/apply-line.ts";
import type { Calibration } from "../../calibrate/calibration.ts";
import { deviceCounts } from "../../calibrate/counts.ts";
import { pointFrom, variantsOf } from "../../calibrate/point.ts";
import { foretellMean } from "../../calibrate/posterior.ts";
import type { Resolved } from "../../spec/resolved.ts";
import { type TimeConstants, timeConstants } from "../../time/constants.ts";
import { noPartSeconds, partSeconds, type StepLayout } from "../../time/parts.ts";
import { type StepTerms, termsOf } from "../../time/terms.ts";
import { type PiecesAt, piecesOf, type Stretchable } from "./pieces.ts";
import type { LayeredModel } from "./shared.ts";

/** The time of a step at one number of layers, by micro-batches a step; not above 0 where a calibration's line fails. */
export type StepClock = (accumulation: number) => number;

/** The time of a step of a family. */
export type Clock = (layered: LayeredModel) => StepClock;

/** The clock of a run: the model's, or what a calibration makes of it. */
export function clockOf(run: Stretchable, calibration: Calibration | null): Clock {
  if (calibration === null) return modelClock(run, timeConstants);
  requireUsable(calibration, run.resolved);
  return calibration.support.kind === "process"
    ? processClock(run, calibration)
    : lineClock(run, calibration);
}

/** The pieces with one micro-batch a step, and with several, whose gradients are summed; each made when it is first asked for. */
function piecesByBatch(run: Stretchable, constants: TimeConstants): (accumulates: boolean) => PiecesAt {
  let single: PiecesAt | null = null;
  let several: PiecesAt | null = null;
  return (accumulates) => {
    if (accumulates) {
      several ??= piecesOf(run, constants, 2);
      return several;
    }
    single ??= piecesOf(run, constants, 1);
    return single;
  };
}

/** The model's own clock: the terms once for all steps of several micro-batches, the parts for each. */
function modelClock(run: Stretchable, constants: TimeConstants): Clock {
  const pieces = piecesByBatch(run, constants);
  const layout: StepLayout = { resolved: run.resolved, constants, pass: "train-step" };
  const parts = noPartSeconds();
  return (layered) => {
    let single: StepTerms | null = null;
    let several: StepTerms | null = null;
    return (accumulation) => {
      let terms = accumulation > 1 ? several : single;
      if (terms === null) {
        terms = termsOf(pieces(accumulation > 1)(layered));
        if (accumulation > 1) several = terms;
        else single = terms;
      }
      return partSeconds(terms, layout, accumulation, parts);
    };
  };
}

/** Form full: the model's time and its answers to each factor, all from clocks of their own constants. */
function processClock(run: Stretchable, calibration: Calibration): Clock {
  const { resolved } = run;
  const clocks = variantsOf(timeConstants).map((constants) => modelClock(run, constants));
  const posterior = posteriorOf(calibration, resolved);
  return (layered) => {
    const steps = clocks.map((clock) => clock(layered));
    return (accumulation) => {
      const seconds = steps.map((step) => step(accumulation));
      const point = pointFrom(seconds, at(resolved, layered, accumulation), "train-step");
      return point.seconds * Math.exp(foretellMean(posterior, point));
    };
  };
}

/** The other forms: their line in the ledger's counts. */
function lineClock({ resolved, ledger }: Stretchable, calibration: Calibration): Clock {
  return (layered) => {
    const sums = ledger(layered);
    return (accumulation) => {
      const counts = deviceCounts(at(resolved, layered, accumulation), sums, "train-step");
      return lineSeconds(calibration, counts);
    };
  };
}

function at(resolved: Resolved, { model }: LayeredModel, accumulation: number): Resolved {
  return { ...resolved, model, training: { ...resolved.training, accumulation } };
}
