import { findLaw, type LossSurface, lawParameters, lossAt } from "../loss/index.ts";
import type { Estimate } from "./types.ts";

/** In how far a change of the loss comes of the model's size and of the number of tokens, nats. */
export interface LossCauses {
  readonly bySize: number;
  readonly byTokens: number;
}

/** A law's figure is the estimate's own where they agree as near as replies are rounded. */
const rounding = 1e-8;

/**
 * Splits the difference of two losses under one law: each cause is the mean of its effect before and after the other
 * (Shapley), so that both add up to the whole.
 *
 * @returns null where the runs have different laws, one that is not in the registry, or one that more than size and tokens
 * moved: a batch penalty, repeated tokens, a shape
 */
export function lossCauses(first: Estimate, last: Estimate): LossCauses | null {
  const law = first.loss.law === last.loss.law ? surfaceNamed(first.loss.law) : null;
  if (law === null) return null;
  const [a, b] = [pointOf(law, first), pointOf(law, last)];
  const loss = (n: number, d: number): number => lossAt(law, n, d);
  const isOwn = (point: Point): boolean => Math.abs(loss(point.n, point.d) / point.nats - 1) < rounding;
  if (!isOwn(a) || !isOwn(b)) return null;
  const bySize = (loss(b.n, a.d) - loss(a.n, a.d) + loss(b.n, b.d) - loss(a.n, b.d)) / 2;
  return { bySize, byTokens: loss(b.n, b.d) - loss(a.n, a.d) - bySize };
}

function surfaceNamed(id: string): LossSurface | null {
  const found = findLaw(id);
  return found.found && found.law.kind === "surface" ? found.law : null;
}

interface Point {
  readonly n: number;
  readonly d: number;
  readonly nats: number;
}

function pointOf(law: LossSurface, { parameters, run, loss }: Estimate): Point {
  const isMoe = parameters.active < parameters.total;
  return { n: lawParameters({ law, parameters, isMoe }), d: run.tokens, nats: loss.nats.p50 };
}

/** The part of a device's memory that differs most, and by how many bytes; null where nothing does. */
export function memoryCause(first: Estimate, last: Estimate): { name: string; bytes: number } | null {
  const bytes = ({ memory }: Estimate, name: string): number =>
    memory.parts.find((part) => part.name === name)?.bytes ?? 0;
  const names = [...new Set([...first.memory.parts, ...last.memory.parts].map((part) => part.name))];
  const [largest] = names
    .map((name) => ({ name, bytes: bytes(last, name) - bytes(first, name) }))
    .sort((x, y) => Math.abs(y.bytes) - Math.abs(x.bytes));
  return largest === undefined || largest.bytes === 0 ? null : largest;
}
