import type { Note } from "../../errors/issue.ts";
import { type Coordinates, coordinatesAt, type Dimension, valuesOf } from "../space/coordinates.ts";
import type { Space } from "../space/space.ts";
import type { Ranked } from "./best.ts";

/** What the reader of a plan must know about its optimum. */
export function notesOf(space: Space, best: Ranked): Note[] {
  const at = coordinatesAt(space, best.index);
  return [
    ...borderNotes(space, at),
    ...shapeNotes(space, best),
    ...carriedNotes(best),
    vocabularyNote(space),
  ];
}

/** Dimensions whose ends are the request's choice, and the least value that any could have. */
const ends: readonly (readonly [dimension: Dimension, least: number, what: string])[] = [
  ["layers", 1, "layers"],
  ["width", 1, "width"],
  ["headDim", 1, "headDim"],
  ["ffnRatio", 0, "ffnRatio"],
  ["kvRatio", 1, "kvRatio"],
  ["globalBatchSequences", 1, "global batch"],
  ["microBatchSequences", 1, "micro-batch"],
];

/** An optimum at an end of the space: what lies beyond may be better. */
function borderNotes(space: Space, at: Coordinates): Note[] {
  return ends.flatMap(([dimension, least, what]): Note[] => {
    const values = valuesOf(space, dimension, at.site);
    const value = values[at[dimension]];
    if (values.length < 2 || typeof value !== "number") return [];
    const low = at[dimension] === 0 && value > least;
    const high = at[dimension] === values.length - 1;
    if (!low && !high) return [];
    const message = `the optimum has the ${low ? "least" : "largest"} ${what} of the space (${value}): a better run may lie beyond`;
    return [{ code: "border", severity: "warning", message, path: `space.${dimension}` }];
  });
}

/** Laws without a term of shape cannot tell a flat model from a deep one; say so before a flat one wins by its speed. */
function shapeNotes({ law, axes }: Space, { item }: Ranked): Note[] {
  const knows = "shape" in law && (law.shape ?? null) !== null;
  if (knows || axes.layers.length * axes.width.length < 2) return [];
  const { width, layers } = item.scenario.model as { width: number; layers: number };
  const ratio = Math.round(width / layers);
  const message = `${law.id} knows the number of parameters and not their shape: width / layers ${ratio} won by speed alone; a lossLaw with "+shape" or constraints.aspect says what shapes are worth`;
  return [{ code: "shape-unjudged", severity: "warning", message, path: "constraints.aspect" }];
}

/** Notes of the optimum's own estimate that decide how far the plan is to be believed. */
const carried = [
  "extrapolating-loss",
  "batch-free",
  "law-from-memory",
  "repetition-unmodelled",
  "moe-on-dense-law",
  "loss-above-uniform",
  "memory-tight",
  "capacity-unknown",
  "price-unknown",
  "no-evidence",
];

function carriedNotes({ item }: Ranked): Note[] {
  return item.estimate.notes.filter(({ code }) => carried.includes(code));
}

function vocabularyNote({ axes }: Space): Note {
  const message = `every run has the vocabulary of ${axes.vocab}: losses a token of different vocabularies cannot be compared`;
  return { code: "one-vocabulary", severity: "info", message, path: "space.vocab" };
}
