/**
 * The fast path of a search: the figures that `estimate` gives, to rounding, for millions of points.
 *
 * A *family* is all points that differ in layers and accumulation alone. What these two do not change is asked of the
 * engine once, in four steps, each the input of the next:
 *
 * - a *seed* (`seed.ts`), one scenario of each machine, resolved as `estimate` does; `shapeOf` and `reseed` put another shape,
 *   micro-batch, recompute and layout into it, which is cheaper than to resolve again;
 * - an *evaluator* (`family.ts`), which holds what all points of a family share;
 * - *terms*, its answer to a number of layers: parameters, N, the law, and two functions of the accumulation;
 * - those two: the seconds of a step (`clock.ts`) and the peak bytes of a device (`memory.ts`).
 *
 * Nothing has formulas of its own. Where all layers are alike, every piece of a step's time is a plane over two numbers, the layers of the
 * longest stage and those of the model: three questions to the time model span it (`pieces.ts`, `linear.ts`). Where they are not
 * (mixtures or windows on some layers, Muon with experts), each number of layers is asked for. Counts and ledgers of a shape
 * are kept for all layouts (`shared.ts`). A point that `estimate` refuses gets the name of its error.
 *
 * `test/plan/fast` compares all of it with `estimate` on random scenarios, to 1e-12.
 */
export { fastEvaluators } from "./evaluators.ts";
