export { fitLogLinear, fitMedian, fitOffset } from "./baselines.ts";
export { type Bootstrap, bootstrapForm } from "./bootstrap.ts";
export { compareForms, type FormComparison, type FormResult, recommend } from "./compare.ts";
export {
  type CoverageOptions,
  type HeldOutCoverage,
  type HeldOutPoints,
  halfWidths,
  heldOutCoverage,
  heldOutPoints,
} from "./coverage.ts";
export { errorsOf, mapeOf } from "./form.ts";
export {
  asSurface,
  type FormName,
  type FormOptions,
  formNames,
  formOf,
} from "./forms.ts";
export { holdOut, type Split } from "./hold-out.ts";
export { fitInteraction } from "./interaction.ts";
export { fittedLaw, type LawFileInput } from "./law-file.ts";
export { fitLinear } from "./linear.ts";
export { type SurfaceCoefficients, surfaceLoss } from "./objective.ts";
export { type FitRuns, type ReadOptions, type RunReader, runReader } from "./read-runs.ts";
export { bareLaw, fitRepetition } from "./repetition.ts";
export { type Fit, type FitOptions, type FitReply, fitRuns } from "./reply.ts";
export { type FitRequest, fitRequest } from "./request.ts";
export type { ResidualRow } from "./residuals.ts";
export {
  type FitRow,
  type RunTable,
  tableBuilder,
  tableOf,
} from "./rows.ts";
export { rangesOf, residualScale } from "./scatter.ts";
export { fitShape, type ShapeCoefficients, shapeLoss } from "./shape.ts";
export {
  fitSurface,
  gridStarts,
} from "./surface-fit.ts";
