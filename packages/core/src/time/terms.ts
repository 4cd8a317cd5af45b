import { type Communication, communicationOf } from "./communication.ts";
import type { TimeConstants } from "./constants.ts";
import type { Counted } from "./counted.ts";
import { type MicroSeconds, type MicroStep, microSeconds, microStep } from "./micro-step.ts";
import {
  noUpdate,
  type OptimizerTime,
  optimizerTime,
  type UpdateSeconds,
  updateSeconds,
  updateWork,
} from "./optimizer.ts";
import type { Pass } from "./pass.ts";
import type { Rates } from "./rates.ts";
import { workOf } from "./work.ts";

/**
 * Seconds of what one device does and sends, before anything hides or waits. Where all layers are alike, linear in the
 * layers of the stage and of the model.
 */
export interface StepPieces {
  readonly micro: MicroSeconds;
  readonly wires: Communication;
  readonly update: UpdateSeconds;
}

/** The seconds of one micro-step and of what comes once a step: all but how many micro-steps there are. */
export interface StepTerms {
  readonly micro: MicroStep;
  readonly wires: Communication;
  readonly optimizer: OptimizerTime;
}

/** What a machine does a second, and what else its time is made of. */
export interface Speeds {
  readonly rates: Rates;
  readonly constants: TimeConstants;
}

/** The pieces of a step: work over rates, collectives, the update where the pass has one. */
export function stepPieces(counted: Counted, pass: Pass, { rates, constants }: Speeds): StepPieces {
  const { resolved, geometry, flop } = counted;
  const update =
    pass === "train-step"
      ? updateWork(resolved, { geometry, updateFlop: flop["dense-matmul"].optimizer })
      : noUpdate;
  return {
    micro: microSeconds(workOf(counted, pass), rates, constants),
    wires: communicationOf(resolved, geometry, constants, pass),
    update: updateSeconds(update, rates, constants),
  };
}

/** What hides behind what, and what waits for the host. */
export function termsOf({ micro, wires, update }: StepPieces): StepTerms {
  return {
    micro: microStep(micro, wires.contextSeconds),
    wires,
    optimizer: optimizerTime(update),
  };
}
