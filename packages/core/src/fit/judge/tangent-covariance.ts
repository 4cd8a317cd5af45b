import { shapeGradient } from "../../loss/forms/shape.ts";
import type { LossSurface } from "../../loss/law.ts";
import { lawAt, lossAt, lossGradient } from "../../loss/surface.ts";
import { cholesky, solve } from "../../numeric/cholesky.ts";
import { ln } from "../../numeric/elementary.ts";
import type { Predict } from "../forms/fitted-form.ts";
import type { RunTable } from "../run-table.ts";
import { covarianceOf } from "./bootstrap.ts";

/** A place where refits are read. */
type Place = readonly [params: number, tokens: number, unique: number, aspect: number | undefined];

/** Most rows whose places are read, evenly chosen. */
const mostRows = 200;
/** Places lie on the rows and, as a law is asked for beyond them, at these multiples of their N and of their D. */
const multiples = [1, Math.sqrt(10)] as const;
/** Share of the mean diagonal added to it: directions that no place tells apart are left alone. */
const ridge = 1e-9;

/** What the covariance of a law is made from. */
export interface TangentInput {
  readonly law: LossSurface;
  /** The fit that the law is of, in the unit of the rows. */
  readonly predict: Predict;
  readonly refits: readonly { readonly predict: Predict }[];
  readonly table: RunTable;
  /** Coordinates of the law's gradient that were fitted. */
  readonly free: readonly number[];
}

/**
 * Covariance of a law's coordinates with which the law's gradient gives the spread of the refits' predictions back.
 *
 * The sample covariance of the coefficients does not: where E, B and beta can stand in for each other the refits lie along a bent
 * valley, whose straight tangent leads to losses that no refit predicts (ten times the spread, on public tables). Here the
 * change of log loss of each refit, on the rows and a decade of compute beyond, is projected on the gradient by least squares.
 */
export function tangentCovariance({ law, predict, refits, table, free }: TangentInput): number[][] {
  const places = placesOf(table);
  const slopes = places.map((place) => {
    const { loss, gradient } = atPlace(law, place);
    return free.map((j) => gradient[j]! / loss);
  });
  const size = atPlace(law, places[0]!).gradient.length;
  const norms = free.map((_, k) => Math.hypot(...slopes.map((row) => row[k]!)) || 1);
  const scaled = slopes.map((row) => row.map((value, k) => value / norms[k]!));
  const gram = free.map((_, i) =>
    free.map((_j, k) => scaled.reduce((sum, row) => sum + row[i]! * row[k]!, i === k ? ridge : 0)),
  );
  const factor = cholesky(gram);
  const own = places.map((place) => ln(predict(...place)));
  const moved = refits.map((refit) => {
    const change = places.map((place, i) => ln(refit.predict(...place)) - own[i]!);
    const moments = free.map((_, k) => scaled.reduce((sum, row, i) => sum + row[k]! * change[i]!, 0));
    const step = new Array<number>(size).fill(0);
    for (const [k, value] of solve(factor, moments).entries()) step[free[k]!] = value / norms[k]!;
    return step;
  });
  return covarianceOf(moved.filter((step) => step.every(Number.isFinite)));
}

/** The law's loss there, and its gradient by the coordinates of its covariance. */
function atPlace(law: LossSurface, [n, d, u, aspect]: Place) {
  if (aspect === undefined || !("shape" in law) || !law.shape)
    return { loss: lossAt(law, n, d, u), gradient: lossGradient(law, n, d, u) };
  const flat = lawAt(law, { layers: 1, width: aspect });
  const gradient = shapeGradient(law, lossGradient(flat, n, d, u), aspect);
  return { loss: lossAt(flat, n, d, u), gradient };
}

function placesOf({ length, params, tokens, uniqueTokens, aspect }: RunTable): Place[] {
  const count = Math.min(length, mostRows);
  return Array.from({ length: count }, (_, k) => Math.floor((k * length) / count)).flatMap((i) =>
    multiples.map((by): Place => {
      const [n, d] = [params[i]! * by, tokens[i]! * by];
      return [n, d, (uniqueTokens?.[i] ?? tokens[i]!) * by, aspect?.[i]];
    }),
  );
}
