import { UserError } from "@wallclock/core";
import type { Answer } from "../answer.ts";
import type { World } from "../world.ts";
import { answerWith } from "./change.ts";
import type { Field } from "./field.ts";
import { hardwareFields } from "./hardware.ts";
import { modelFields } from "./model.ts";
import { trainingFields } from "./training.ts";

/** The form by its headings: what is asked of every run comes first, so that a small screen shows it. */
export const sections: readonly { readonly heading: string; readonly paths: readonly string[] }[] = [
  {
    heading: "MODEL",
    paths: ["model", "model.layers", "model.width", "model.heads", "training.contextLength"],
  },
  {
    heading: "TRAINING",
    paths: ["training.tokens", "budget", "training.globalBatchSequences", "training.precision"],
  },
  { heading: "HARDWARE", paths: ["hardware", "hardware.count", "hardware.usdPerDeviceHour"] },
  {
    heading: "DETAILS",
    paths: [
      "model.kvHeads",
      "model.ffn",
      "model.vocab",
      "training.microBatchSequences",
      "training.accumulation",
      "training.optimizer",
      "training.recompute",
      "software.kernels",
      "software.attention",
      "lossLaw",
      "parallel.tensor",
      "parallel.pipeline",
      "parallel.sharding",
    ],
  },
];

const known = new Map(
  [...modelFields, ...trainingFields, ...hardwareFields].map((each) => [each.path, each]),
);

/** Every row of the form, in its order. */
export const fields: readonly Field[] = sections.flatMap(({ paths }) =>
  paths.map((path) => known.get(path)!),
);

export function fieldAt(path: string): Field | undefined {
  return known.get(path);
}

/** An answer, and what followed the change that made it. */
export interface Changed {
  readonly answer: Answer;
  readonly follows: string | null;
}

/**
 * The answer with a field set to a text, by the first of the field's changes that is valid.
 *
 * @throws UserError of the plain change when none is
 * @throws MachineMissing
 */
export function withField(from: Answer, field: Field, text: string, world: World): Changed {
  let first: UserError | null = null;
  for (const change of field.changes(from, text)) {
    try {
      return { answer: answerWith(from, change, world), follows: change.follows ?? null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      first ??= error;
    }
  }
  throw first ?? new RangeError(`${field.path} has no change`);
}

/** Values that are tried before a step gives up. */
const mostTries = 60;

/**
 * The answer with a field moved by a number of valid steps, or as far as there are any; null where there is none, and
 * the error of the nearest value that was refused.
 *
 * @throws MachineMissing
 */
export function stepped(
  from: Answer,
  field: Field,
  { direction, count, world }: { direction: 1 | -1; count: number; world: World },
): { readonly changed: Changed | null; readonly refused: UserError | null } {
  let changed: Changed | null = null;
  let refused: UserError | null = null;
  let [valid, tries] = [0, 0];
  for (const text of field.steps(from, direction, world)) {
    try {
      changed = withField(from, field, text, world);
      valid += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused ??= error;
    }
    tries += 1;
    if (valid === count || tries === mostTries) break;
  }
  return { changed, refused };
}
