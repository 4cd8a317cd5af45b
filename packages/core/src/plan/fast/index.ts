export { compileFamily, type Family, type Figures, type LayerTerms, noFigures } from "./family.ts";
export { type Impossible, isImpossible } from "./impossible.ts";
export { noRunFigures, type RunFigures, type RunPoint, type RunRule, runFigures, runRule } from "./run.ts";
export { type FamilyPoint, type FamilySeed, reseed, scenarioAt, seedOf, shapeOf } from "./seed.ts";
export { type SharedTerms, sharedTerms } from "./shared.ts";
