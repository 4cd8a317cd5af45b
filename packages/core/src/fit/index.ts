export { fitLogLinear, fitMedian, fitOffset } from "./baselines.ts";
export { type Bootstrap, type BootstrapOptions, bootstrapForm, type Spread } from "./bootstrap.ts";
export { type Comparison, compareForms, type FormResult, recommend } from "./compare.ts";
export {
  type CoverageOptions,
  type HeldOutCoverage,
  type HeldOutPoint,
  type HeldOutPoints,
  halfWidths,
  heldOutCoverage,
  heldOutPoints,
} from "./coverage.ts";
export { errorsOf, type FittedForm, mapeOf, type Predict } from "./form.ts";
export {
  asSurface,
  baselineNames,
  type Form,
  type FormName,
  type FormOptions,
  formNames,
  formOf,
} from "./forms.ts";
export { holdOut, type Split } from "./hold-out.ts";
export { fitInteraction, type InteractionCoefficients, interactionLoss } from "./interaction.ts";
export { fittedLaw, type LawFileInput } from "./law-file.ts";
export { fitLinear } from "./linear.ts";
export { type SurfaceCoefficients, surfaceLoss } from "./objective.ts";
export { type FitRuns, type ReadOptions, type RunReader, runReader } from "./read-runs.ts";
export { fitRepetition, type Repetition, surfaceLaw } from "./repetition.ts";
export { type Fit, type FitOptions, type FitReply, fitRuns } from "./reply.ts";
export { type FitRequest, type FitTexts, fitRequest } from "./request.ts";
export type { ResidualRow } from "./residuals.ts";
export {
  type FitRow,
  type RowNames,
  type RunTable,
  type TableBuilder,
  tableBuilder,
  tableOf,
} from "./rows.ts";
export { rangesOf, residualScale } from "./scatter.ts";
export { fitShape, type ShapeCoefficients, shapeLoss } from "./shape.ts";
export {
  fitSurface,
  gridStarts,
  huberDelta,
  type SurfaceFit,
  type SurfaceFitOptions,
} from "./surface-fit.ts";
