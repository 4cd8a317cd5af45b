export { type Allocation, type AllocationCheck, allocate, checkAllocation } from "./allocate.ts";
export {
  type BestSize,
  bestSize,
  type SizeGrowth,
  type SizeQuestion,
  sizeExponent,
  sizeGrowth,
} from "./best-size.ts";
export { criticalBatchTokens } from "./critical-batch.ts";
export type { ModelShape, ShapeTerm } from "./forms/shape-worth.ts";
export type {
  AllocationLaw,
  ChinchillaLaw,
  KaplanLaw,
  LawStanding,
  LossLaw,
  LossSurface,
} from "./law.ts";
export {
  lawSchema,
  standingOf,
} from "./law.ts";
export { defaultLawId, findLaw, laws } from "./laws/index.ts";
export { batchPenalty, lawParameters, medianLoss, predictLoss } from "./predict.ts";
export type { LossQuestion } from "./question.ts";
export { shapeTerm, withShape } from "./shape-term.ts";
export { floorOf, stepsForLoss, type TargetRun } from "./steps.ts";
export { lawAt, lossAt, lossFloor, optimalParameters, tokensForLoss } from "./surface.ts";
export { lossAtSeconds, secondsForLoss, type TimeLaw } from "./time.ts";
export { convertLoss, type LossUnit, lossUnits } from "./units.ts";
