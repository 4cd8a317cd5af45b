export { type Allocation, type AllocationCheck, allocate, checkAllocation } from "./allocate.ts";
export { criticalBatchTokens } from "./critical-batch.ts";
export type { ModelShape, ShapeTerm } from "./forms/shape-worth.ts";
export type {
  AllocationLaw,
  KaplanLaw,
  LawStanding,
  LossLaw,
  LossSurface,
  SurfaceLaw,
} from "./law.ts";
export {
  lawSchema,
  standingOf,
} from "./law.ts";
export { defaultLawId, findLaw, laws } from "./laws/index.ts";
export {
  batchPenalty,
  type LossQuestion,
  lawParameters,
  medianLoss,
  predictLoss,
} from "./predict.ts";
export { shapeTerm, withShape } from "./shape-term.ts";
export { floorOf, stepsForLoss, type TargetRun } from "./steps.ts";
export { lawAt, lossAt, lossFloor, optimalParameters, tokensForLoss } from "./surface.ts";
export {
  type BestSize,
  bestSize,
  lossAtSeconds,
  type SizeGrowth,
  type SizeQuestion,
  secondsForLoss,
  sizeExponent,
  sizeGrowth,
  type TimeLaw,
} from "./time.ts";
export { convertLoss, type LossUnit, lossUnits } from "./units.ts";
