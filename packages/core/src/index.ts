/** The public surface of @wallclock/core, by stage: spec → ledger → time → calibrate → loss → plan → report. */

// what measured runs teach
export {
  type AllForms,
  type CalibrateOptions,
  type Calibration,
  type CalibrationForm,
  calibrate,
  calibrateAll,
  calibrationForms,
  parseCalibration,
} from "./calibrate/index.ts";
// memory and cost
export { estimateCost } from "./cost/index.ts";
// errors
export { fail, type Issue, issue, type Note, UserError } from "./errors/issue.ts";
export { nearest } from "./errors/nearest.ts";
export { readJson } from "./errors/read-json.ts";
// one run
export { type Comparison, compareEstimates } from "./estimate/compare.ts";
export { type CurvePoint, lossAfter, lossCurve, secondsToLoss } from "./estimate/curve.ts";
export {
  type EqualLoss,
  placeOf,
  type SizeAndTokens,
  type SizesAndTokens,
  sizesAndTokens,
} from "./estimate/equal-loss.ts";
export { estimate } from "./estimate/estimate.ts";
export { type FormulaSymbol, formulaSymbols, symbolsIn, withNumbers } from "./estimate/formula-symbols.ts";
export { ledgerOf } from "./estimate/ledger-of.ts";
export { type LossReply, lossReply } from "./estimate/loss-reply.ts";
export {
  type BestShape,
  bestShape,
  type ShapeSize,
  type SizedRun,
  type SizesForLoss,
  shapeFamily,
  sizesForLoss,
} from "./estimate/sizes.ts";
export { type LossTarget, lossTarget } from "./estimate/target.ts";
export type { Estimate } from "./estimate/types.ts";
// fitting a law on one's own runs
export {
  type Bootstrap,
  bootstrapForm,
  type CoverageOptions,
  compareForms,
  type Fit,
  type FitOptions,
  type FitReply,
  type FitRequest,
  type FitRow,
  type FitRuns,
  type FormComparison,
  fitRequest,
  fitRuns,
  fitSurface,
  fittedLaw,
  formOf,
  type HeldOutCoverage,
  heldOutCoverage,
  type LawFileInput,
  type ReadOptions,
  type ResidualRow,
  type RunReader,
  runReader,
  tableBuilder,
  tableOf,
} from "./fit/index.ts";
// the ledger
export { buildLedger, type Ledger, type LedgerReply, ledgerReply, stepLedger } from "./ledger/index.ts";
export type { Op, OpKind, Phase, Totals } from "./ledger/op.ts";
export type { Workload } from "./ledger/workload.ts";
// loss
export {
  type Allocation,
  type AllocationCheck,
  type AllocationLaw,
  allocate,
  type BestSize,
  bestSize,
  type ChinchillaLaw,
  checkAllocation,
  convertLoss,
  criticalBatchTokens,
  defaultLawId,
  findLaw,
  type KaplanLaw,
  type LawStanding,
  type LossLaw,
  type LossSurface,
  type LossUnit,
  lawAt,
  laws,
  lossAt,
  lossAtSeconds,
  lossFloor,
  lossUnits,
  type ModelShape,
  optimalParameters,
  predictLoss,
  type ShapeTerm,
  type SizeGrowth,
  type SizeQuestion,
  secondsForLoss,
  shapeTerm,
  sizeExponent,
  sizeGrowth,
  standingOf,
  type TimeLaw,
  tokensForLoss,
  withShape,
} from "./loss/index.ts";
export { estimateMemory, type MemoryPart } from "./memory/index.ts";
// numbers
export type { Interval } from "./numeric/interval.ts";
// parameters
export {
  countParameters,
  layerMatrices,
  type ParameterCount,
  parameterConventions,
  tensorCount,
} from "./parameters/index.ts";
// the best runs of a space
export {
  isImpossiblePlan,
  type PlanGlimpse,
  type PlanImpossible,
  type PlanItem,
  type PlanOptions,
  type PlanPoints,
  type PlanProgress,
  type PlanReply,
  type PlanRequest,
  type PlanSearch,
  type PlanState,
  type PracticalRequest,
  packPlanState,
  parsePlanRequest,
  plan,
  planGlimpse,
  planItem,
  planReply,
  planSearch,
  planSpace,
  planValue,
  practicalRequest,
  type Shard as PlanShard,
  unpackPlanState,
} from "./plan/index.ts";
// the formats, as zod schemas
export {
  calibrationSchema,
  lawSchema,
  measuredRunSchema,
  modelSchema,
  planRequestSchema,
  scenarioSchema,
} from "./schemas.ts";
export { asPrinted, serialize } from "./serialize.ts";
// the scenario
export { expandHardware } from "./spec/expand-hardware.ts";
export { expandModel } from "./spec/expand-model.ts";
export { hardwareQuery } from "./spec/hardware-ref.ts";
export { importHuggingFace } from "./spec/hf/index.ts";
export {
  exampleOf,
  type Leaf,
  leavesFromScenario,
  scenarioFromLeaves,
  scenarioLeaves,
} from "./spec/leaves/index.ts";
export { type LookupResult, type MachineLookup, machineOf } from "./spec/machine.ts";
export type { Model, ModelInput } from "./spec/model.ts";
export { parseScenario } from "./spec/parse-scenario.ts";
export { findPreset, type Preset, presets } from "./spec/presets/index.ts";
export { parseQuantity } from "./spec/quantity.ts";
export { resolve } from "./spec/resolve.ts";
export type { MachineLike } from "./spec/resolve-hardware.ts";
export { resolveModel } from "./spec/resolve-model.ts";
export type { Assumption, Resolved } from "./spec/resolved.ts";
export type { Scenario } from "./spec/scenario.ts";
export { type TimeConstants, timeConstants } from "./time/constants.ts";
// time
export type { Bound, TimePart } from "./time/part.ts";
export { type StepTime, stepTime } from "./time/step.ts";
// measured runs
export { type MeasuredRun, parseRun } from "./validate/measured-run.ts";
export type { Validation } from "./validate/types.ts";
export { type RunLine, type ValidateOptions, validateRuns } from "./validate/validate.ts";
export { wellRead } from "./validate/well-read.ts";
export { engineVersion } from "./version.ts";
