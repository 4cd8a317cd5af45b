import { type Estimate, UserError } from "@wallclock/core";
import type { Answer } from "./answer.ts";
import { fieldAt, withField } from "./fields/fields.ts";
import type { World } from "./world.ts";

/** One thing that could be changed, and what it would do. */
export interface Move {
  readonly label: string;
  /** The field, and the value that it gets. */
  readonly path: string;
  readonly text: string;
  /** What the answer would be; null where the change is not possible. */
  readonly to: Estimate | null;
  /** Why it is not possible. */
  readonly refused: string | null;
}

interface Idea {
  readonly label: string;
  readonly path: string;
  readonly text: (from: Answer) => string | null;
}

const times = (value: number, by: number): string | null => {
  const product = value * by;
  return product >= 1 && Number.isInteger(product) ? String(product) : null;
};

/** What people ask for, in the order they ask. */
const ideas: readonly Idea[] = [
  {
    label: "twice the tokens",
    path: "training.tokens",
    text: ({ resolved, estimate }) => String(2 * (resolved.training.tokens ?? estimate.run.tokens)),
  },
  { label: "twice the width", path: "model.width", text: ({ resolved: { model } }) => times(model.width, 2) },
  {
    label: "twice the layers",
    path: "model.layers",
    text: ({ resolved: { model } }) => times(model.layers, 2),
  },
  {
    label: "twice the devices",
    path: "hardware.count",
    text: (from) => times(Number(fieldAt("hardware.count")?.text(from)), 2),
  },
  {
    label: "half the devices",
    path: "hardware.count",
    text: (from) => times(Number(fieldAt("hardware.count")?.text(from)), 0.5),
  },
  {
    label: "twice the context",
    path: "training.contextLength",
    text: ({ resolved: { training } }) => times(training.contextLength, 2),
  },
  {
    label: "twice the batch",
    path: "training.globalBatchSequences",
    text: ({ resolved: { training } }) => times(training.globalBatchSequences, 2),
  },
  {
    label: "half the micro-batch",
    path: "training.microBatchSequences",
    text: ({ resolved: { training } }) => times(training.microBatchSequences, 0.5),
  },
  {
    label: "fp8 matmuls",
    path: "training.precision",
    text: ({ resolved: { training } }) => (training.precision === "fp8" ? null : "fp8"),
  },
  {
    label: "recompute everything",
    path: "training.recompute",
    text: ({ resolved: { training } }) => (training.recompute === "full" ? null : "full"),
  },
  {
    label: "shard it all (zero3)",
    path: "parallel.sharding",
    text: ({ resolved: { parallel } }) =>
      parallel.data === 1 || parallel.sharding === "zero3" ? null : "zero3",
  },
];

const known = new WeakMap<Answer, readonly Move[]>();

/** What each idea would do to a run, worked out once; ideas that change nothing are left out. */
export function movesOf(from: Answer): readonly Move[] {
  const made = known.get(from) ?? madeFor(from);
  known.set(from, made);
  return made;
}

function madeFor(from: Answer): Move[] {
  const world: World = { machine: () => from.machine, devices: [], clusters: [], models: [], laws: [] };
  return ideas.flatMap(({ label, path, text }) => {
    const word = text(from);
    return word === null ? [] : [{ label, path, text: word, ...tried(from, { path, word, world }) }];
  });
}

function tried(
  from: Answer,
  { path, word, world }: { path: string; word: string; world: World },
): Pick<Move, "to" | "refused"> {
  try {
    return { to: withField(from, fieldAt(path)!, word, world).answer.estimate, refused: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { to: null, refused: error.issues[0]?.message ?? error.message };
  }
}
