/**
 * A loss law fitted to one's own runs, and how far it is to be believed.
 *
 * - `read/` makes a table of runs of the rows of a file: which columns, which group, which rows.
 * - `forms/` are the shapes that a law may have, each fitted by the same minimizer; three of them are baselines.
 * - `judge/` tests them on the dearest rows, refits resampled ones, and says what is not known.
 * - `reply.ts` joins the three; `law-file.ts` writes the form that is taken as a law that `estimate` reads.
 */
export { fitLogLinear, fitMedian, fitOffset } from "./forms/baselines.ts";
export { errorsOf, mapeOf } from "./forms/fitted-form.ts";
export {
  asSurface,
  type FormName,
  type FormOptions,
  formNames,
  formOf,
} from "./forms/forms.ts";
export { fitInteraction } from "./forms/interaction.ts";
export { fitLinear } from "./forms/linear.ts";
export { type SurfaceCoefficients, surfaceLoss } from "./forms/objective.ts";
export { bareLaw, fitRepetition } from "./forms/repetition.ts";
export { fitShape, type ShapeCoefficients, shapeLoss } from "./forms/shape.ts";
export {
  fitSurface,
  gridStarts,
} from "./forms/surface-fit.ts";
export { type Bootstrap, bootstrapForm } from "./judge/bootstrap.ts";
export { compareForms, type FormComparison, type FormResult, recommend } from "./judge/compare.ts";
export {
  type CoverageOptions,
  type HeldOutCoverage,
  type HeldOutPoints,
  halfWidths,
  heldOutCoverage,
  heldOutPoints,
} from "./judge/coverage.ts";
export { holdOut, type Split } from "./judge/hold-out.ts";
export type { ResidualRow } from "./judge/residuals.ts";
export { rangesOf, residualScale } from "./judge/scatter.ts";
export { fittedLaw, type LawFileInput } from "./law-file.ts";
export { type FitRuns, type ReadOptions, type RunReader, runReader } from "./read/read-runs.ts";
export { type Fit, type FitOptions, type FitReply, fitRuns } from "./reply.ts";
export { type FitRequest, fitRequest } from "./request.ts";
export {
  type FitRow,
  type RunTable,
  tableBuilder,
  tableOf,
} from "./run-table.ts";
