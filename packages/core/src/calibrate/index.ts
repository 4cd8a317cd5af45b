export { predictTime } from "./apply.ts";
export { type AllForms, type CalibrateOptions, calibrate, calibrateAll } from "./calibrate.ts";
export {
  type Calibration,
  type CalibrationForm,
  calibrationForms,
  calibrationSchema,
} from "./calibration.ts";
export { parseCalibration } from "./read.ts";
