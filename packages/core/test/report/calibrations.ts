import { calibrateAll, parseScenario } from "../../src/index.ts";
import { measuredOn, sweep } from "../calibrate/machine.ts";
import { machineFor } from "../support/machine.ts";

const runs = sweep.map((scenario) => measuredOn({ scale: 1.1, memory: 0.9, host: 1.5, link: 1.4 }, scenario));

/** Eleven runs of a machine whose factors are known, in every form. */
export const calibrations = calibrateAll(runs, machineFor);

/** One run: no line goes through it. */
export const singleCalibration = calibrateAll(runs.slice(0, 1), machineFor);

export const measuredNext =
  "issues" in calibrations.full ? [] : calibrations.full.measureNext.map((next) => parseScenario(next));
