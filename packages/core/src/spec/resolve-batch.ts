import { fail } from "../errors/issue.ts";
import type { Assumption } from "./resolved.ts";
import type { TrainingInput } from "./training.ts";

/** The three numbers of the batch; global = micro × data ranks × accumulation. */
export interface Batch {
  readonly globalBatchSequences: number;
  readonly microBatchSequences: number;
  readonly accumulation: number;
}

const defaultMicroBatch = 8;

/**
 * Decides the batch: two of global, micro and accumulation give the third, three must agree, global alone takes
 * the largest power of two ≤ 8 that divides a rank's share; otherwise the defaults (micro 8, accumulation 1).
 *
 * @throws UserError `batch_not_divisible` or `batch_inconsistent`, with the nearest batch that works.
 * @example
 * resolveBatch({ globalBatchSequences: 512 }, 8).batch // => { globalBatchSequences: 512, microBatchSequences: 8, accumulation: 8 }
 */
export function resolveBatch(input: TrainingInput, data: number): { batch: Batch; assumed: Assumption[] } {
  const { globalBatchSequences: global, microBatchSequences: micro, accumulation } = input;
  const batch = decide({ global, micro, accumulation }, data);
  const assumed: Assumption[] = [];
  for (const key of ["globalBatchSequences", "microBatchSequences", "accumulation"] as const) {
    if (input[key] === undefined) assumed.push({ path: `training.${key}`, value: batch[key] });
  }
  return { batch, assumed };
}

interface Given {
  readonly global: number | undefined;
  readonly micro: number | undefined;
  readonly accumulation: number | undefined;
}

function decide(given: Given, data: number): Batch {
  const { global } = given;
  if (global === undefined) {
    const microBatchSequences = given.micro ?? defaultMicroBatch;
    const accumulation = given.accumulation ?? 1;
    return {
      globalBatchSequences: microBatchSequences * data * accumulation,
      microBatchSequences,
      accumulation,
    };
  }
  if (given.micro !== undefined) {
    const accumulation = share(
      global,
      data * given.micro,
      `data (${data}) × microBatchSequences (${given.micro})`,
    );
    if (given.accumulation !== undefined && given.accumulation !== accumulation)
      disagree(global, given, data);
    return { globalBatchSequences: global, microBatchSequences: given.micro, accumulation };
  }
  if (given.accumulation !== undefined) {
    const rule = `data (${data}) × accumulation (${given.accumulation})`;
    const microBatchSequences = share(global, data * given.accumulation, rule);
    return { globalBatchSequences: global, microBatchSequences, accumulation: given.accumulation };
  }
  const perRank = share(global, data, `data (${data})`);
  const microBatchSequences = [8, 4, 2, 1].find((power) => perRank % power === 0) ?? 1;
  return { globalBatchSequences: global, microBatchSequences, accumulation: perRank / microBatchSequences };
}

function share(global: number, parts: number, rule: string): number {
  if (global % parts === 0) return global / parts;
  const below = Math.floor(global / parts) * parts;
  const choices = [below, below + parts].filter((choice) => choice > 0);
  return fail(
    "batch_not_divisible",
    "training.globalBatchSequences",
    `globalBatchSequences (${global}) must be a multiple of ${rule}`,
    `nearest: ${choices.join(", ")}`,
  );
}

function disagree(global: number, given: Given, data: number): never {
  const product = (given.micro ?? 1) * data * (given.accumulation ?? 1);
  return fail(
    "batch_inconsistent",
    "training.globalBatchSequences",
    `globalBatchSequences (${global}) must be microBatchSequences (${given.micro}) × data (${data}) × accumulation (${given.accumulation}) = ${product}`,
    `globalBatchSequences ${product}, or leave one of the three out`,
  );
}
