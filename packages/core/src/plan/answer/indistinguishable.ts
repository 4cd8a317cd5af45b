import { nullIfRefused } from "../../errors/refused.ts";
import { shapeGradient } from "../../loss/forms/shape.ts";
import { batchPenalty, type LossSurface, lawParameters } from "../../loss/index.ts";
import { lawAt, lossGradient } from "../../loss/surface.ts";
import { normal90 } from "../../numeric/normal.ts";
import type { PlanState } from "../search/state.ts";
import type { Space } from "../space/space.ts";
import type { Ranked } from "./best.ts";
import { itemOf, type PlanItem } from "./item.ts";

/** Shapes that the model cannot tell from the optimum. */
export interface Indistinguishable {
  /** Pairs of width and layers whose best loss is no worse, four times out of five. */
  readonly shapes: number;
  /** Pairs that were compared, the best first. */
  readonly compared: number;
  /** Half-width of the 80 % interval of the difference to the next best of them, nats. */
  readonly lossNats: number;
  readonly message: string;
}

/** Pairs compared at most. */
const mostCompared = 300;

/**
 * Which shapes' losses cannot be told from the optimum's. Runs under one law on one machine share its errors: the difference of
 * two losses has variance (g₁ − g₂)' S (g₁ − g₂) + r² (L₁² + L₂²), with g the gradients in the law's coefficients, S their
 * covariance and r the scatter of single runs about the law. null where the law has neither, or the objective is not the loss.
 */
export function indistinguishableOf(
  space: Space,
  { pairs }: Pick<PlanState, "pairs">,
  best: Ranked,
): Indistinguishable | null {
  const { law, request } = space;
  if ((request.objective ?? "loss") !== "loss" || !knowsErrors(law)) return null;
  const others = pairs
    .filter(({ index }) => index >= 0 && index !== best.index)
    .sort((a, b) => a.value - b.value || a.index - b.index)
    .slice(0, mostCompared);
  const first = pointOf(space, best.item);
  const widths: number[] = [];
  let shapes = 0;
  for (const { index } of others) {
    const item = nullIfRefused(() => itemOf(space, index));
    if (item === null) continue;
    const other = pointOf(space, item);
    const halfWidth = normal90 * sdOfDifference(law, first, other);
    widths.push(halfWidth);
    if (other.loss - first.loss <= halfWidth) shapes += 1;
  }
  const compared = widths.length;
  const more = shapes === compared && compared === mostCompared ? "at least " : "";
  const message = `${more}${shapes} other pairs of width and layers end at a loss that cannot be told from the best: runs under one law share the errors of its coefficients, what is left is the scatter of single runs`;
  return { shapes, compared, lossNats: widths[0] ?? 0, message };
}

function knowsErrors(law: LossSurface): boolean {
  return (law.residualSd ?? null) !== null || (law.form !== "kaplan" && (law.covariance ?? null) !== null);
}

interface LossPoint {
  readonly loss: number;
  readonly gradient: readonly number[];
}

function pointOf({ law, axes, request }: Space, { scenario, estimate }: PlanItem): LossPoint {
  const { parameters, run, loss } = estimate;
  const n = lawParameters({ law, parameters, isMoe: parameters.active < parameters.total });
  const { criticalBatchTokens = null, uniqueTokens } = request.training ?? {};
  const stepTokens = (scenario.training?.globalBatchSequences ?? 0) * axes.contextLength;
  const penalty = batchPenalty(stepTokens, criticalBatchTokens);
  const shape = scenario.model as { layers: number; width: number };
  const flat = lossGradient(
    lawAt(law, shape),
    n,
    run.tokens / penalty,
    (uniqueTokens ?? run.tokens) / penalty,
  );
  const known = "shape" in law && law.shape != null;
  const gradient = known ? shapeGradient(law, flat, shape.width / shape.layers) : flat;
  return { loss: loss.nats.p50, gradient };
}

function sdOfDifference(law: LossSurface, a: LossPoint, b: LossPoint): number {
  const residual = law.residualSd ?? 0;
  let variance = residual ** 2 * (a.loss ** 2 + b.loss ** 2);
  const covariance = law.form === "kaplan" ? [] : (law.covariance ?? []);
  const difference = a.gradient.map((value, i) => value - (b.gradient[i] ?? 0));
  for (const [i, row] of covariance.entries()) {
    for (const [j, value] of row.entries()) variance += value * (difference[i] ?? 0) * (difference[j] ?? 0);
  }
  return Math.sqrt(Math.max(0, variance));
}
