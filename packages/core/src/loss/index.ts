export type { AllocationLaw, Coefficient, LossLaw, SurfaceLaw } from "./law.ts";
export { allocationLawSchema, lawSchema, surfaceLawSchema } from "./law.ts";
export { defaultLawId, findLaw, type LawSearch, laws } from "./laws/index.ts";
export { type LossPrediction, type LossQuestion, predictLoss } from "./predict.ts";
export { lossAt, optimalParameters, tokensForLoss } from "./surface.ts";
