import { lineSeconds, posteriorOf, requireUsable } from "../../calibrate/apply.ts";
import type { Calibration } from "../../calibrate/calibration.ts";
import { deviceCounts } from "../../calibrate/counts.ts";
import { pointFrom, variantsOf } from "../../calibrate/point.ts";
import { foretellMean } from "../../calibrate/posterior.ts";
import type { Resolved } from "../../spec/resolved.ts";
import { type TimeConstants, timeConstants } from "../../time/constants.ts";
import { partSeconds, type StepLayout, secondsOf } from "../../time/parts.ts";
import { termsOf } from "../../time/terms.ts";
import { piecesOf, type Stretchable } from "./pieces.ts";
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

/** Micro-batches at which a step of several is asked for; a power of two apart, so that dividing by it rounds nothing. */
const [few, many] = [2, 2 + 1024] as const;

/**
 * The model's own clock. All that a step is made of is linear in its micro-batches once there are several, whose gradients
 * are summed: two of them make a line. A single one is asked for as it is.
 */
function modelClock(run: Stretchable, constants: TimeConstants): Clock {
  const layout: StepLayout = { resolved: run.resolved, constants, pass: "train-step" };
  const single = once(() => piecesOf(run, constants, 1));
  const several = once(() => piecesOf(run, constants, few));
  return (layered) => {
    const alone = once(() => secondsOf(partSeconds(termsOf(single()(layered)), layout, 1)));
    const line = once(() => {
      const terms = termsOf(several()(layered));
      const seconds = secondsOf(partSeconds(terms, layout, few));
      const each = (secondsOf(partSeconds(terms, layout, many)) - seconds) / (many - few);
      return { each, base: seconds - few * each };
    });
    return (accumulation) => {
      if (accumulation === 1) return alone();
      const { each, base } = line();
      return base + accumulation * each;
    };
  };
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
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
