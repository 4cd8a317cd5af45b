import type { Case } from "./cases.ts";
import { groupWeights, weightedMedian } from "./statistics.ts";

/** Shares of the data sheet's rates that the simple estimates assume. */
export interface Shares {
  readonly flopOnly: number;
  readonly copiesOnly: number;
  /** e1 and e2 of F / (e1 P) + B / (e2 W). */
  readonly sum: { readonly flop: number; readonly copies: number };
}

/**
 * The constants of the three simple estimates, each by least |log(predicted / measured)|, every group counting as one.
 *
 * For a single constant that is the weighted median of the log ratios; for the sum, a grid that zooms in.
 */
export function fitShares(cases: readonly Case[]): Shares {
  return {
    flopOnly: fitOne(cases, ({ flopSeconds }) => flopSeconds),
    copiesOnly: fitOne(cases, ({ copySeconds }) => copySeconds),
    sum: fitSum(cases),
  };
}

/** The share of a rate that leaves the least |log error|: ideal seconds / share = predicted. */
export function fitOne(cases: readonly Case[], ideal: (each: Case) => number): number {
  const weights = groupWeights(cases);
  return Math.exp(
    weightedMedian(
      cases.map((each) => [
        Math.log(ideal(each) / (each.compared.measuredSeconds ?? Number.NaN)),
        weights.get(each) ?? 0,
      ]),
    ),
  );
}

const gridPoints = 21;
const zooms = 14;

function fitSum(cases: readonly Case[]): Shares["sum"] {
  const weights = groupWeights(cases);
  const loss = (flop: number, copies: number): number =>
    cases.reduce((sum, each) => {
      const predicted = each.flopSeconds * Math.exp(-flop) + each.copySeconds * Math.exp(-copies);
      const error = Math.log(predicted / (each.compared.measuredSeconds ?? Number.NaN));
      return sum + (weights.get(each) ?? 0) * Math.abs(error);
    }, 0);
  let best = { flop: Math.log(0.5), copies: Math.log(0.5), loss: Number.POSITIVE_INFINITY };
  let reach = Math.log(20);
  for (let zoom = 0; zoom < zooms; zoom += 1, reach /= 2.5) {
    const { flop, copies } = best;
    const steps = Array.from({ length: gridPoints }, (_, i) => reach * ((2 * i) / (gridPoints - 1) - 1));
    for (const a of steps) {
      for (const b of steps) {
        const found = loss(flop + a, copies + b);
        if (found < best.loss) best = { flop: flop + a, copies: copies + b, loss: found };
      }
    }
  }
  return { flop: Math.exp(best.flop), copies: Math.exp(best.copies) };
}

/** Seconds that FLOPs alone, copies alone and their sum predict. */
export function simpleSeconds(shares: Shares) {
  return {
    flopOnly: (each: Case): number => each.flopSeconds / shares.flopOnly,
    copiesOnly: (each: Case): number => each.copySeconds / shares.copiesOnly,
    sum: (each: Case): number => each.flopSeconds / shares.sum.flop + each.copySeconds / shares.sum.copies,
  };
}

/** Seconds of the full model. */
export function modelSeconds(each: Case): number {
  return each.compared.predictedSeconds.p50;
}
