/**
 * The fast path of a search: the figures that `estimate` gives, to rounding, for millions of points.
 *
 * A family is all points that differ in layers and accumulation alone. `seedOf` resolves one scenario, `reseed` makes the
 * seeds of other shapes, micro-batches, recomputes and layouts of the same search; `compileFamily` asks the functions of the
 * engine once, `prepare` once for each number of layers, `figures` and `runFigures` for each point. Nothing is computed by
 * formulas of its own: where all layers are alike, what the engine gives is linear in them, and a plane replaces the asking;
 * where they are not (mixtures or windows on some layers, Muon with experts), each number of layers is asked for.
 * A point that `estimate` refuses has the code of its error. Layouts that are no layout (`reseed`) cost an exception: leave
 * out those whose ranks do not multiply to the devices.
 * Bounds: without a calibration the figures of a family never fall as layers or accumulation grow, where stages divide the
 * layers, so the fewest of both bound all others (`Family.isMonotone`).
 */
export { compileFamily, type Family, type LayerTerms, noFigures } from "./family.ts";
export { type Impossible, isImpossible } from "./impossible.ts";
export { noRunFigures, runFigures, runRule } from "./run.ts";
export { type FamilySeed, reseed, scenarioAt, seedOf, shapeOf } from "./seed.ts";
export { type SharedTerms, sharedTerms } from "./shared.ts";
