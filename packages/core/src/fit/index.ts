export { type FittedForm, fitLogLinear, fitMedian, fitOffset, mapeOf, type Predict } from "./baselines.ts";
export { type Bootstrap, type BootstrapOptions, bootstrapSurface, type Spread } from "./bootstrap.ts";
export {
  baselineNames,
  type CompareOptions,
  type Comparison,
  compareForms,
  type FormName,
  type FormResult,
  recommend,
} from "./compare.ts";
export { holdOut, type Split } from "./hold-out.ts";
export { fitLinear } from "./linear.ts";
export { type SurfaceCoefficients, surfaceLoss } from "./objective.ts";
export { fitRepetition, type Repetition, surfaceLaw } from "./repetition.ts";
export { type FitRow, type RowNames, type RunTable, tableOf } from "./rows.ts";
export {
  fitSurface,
  gridStarts,
  huberDelta,
  type SurfaceFit,
  type SurfaceFitOptions,
} from "./surface-fit.ts";
