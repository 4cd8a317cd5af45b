import { type Estimate, type Scenario, UserError } from "@wallclock/core";
import type { Answer, Tried } from "./answer.ts";
import type { Field } from "./fields/field.ts";
import { fieldAt, withField } from "./fields/fields.ts";
import { noWorld } from "./world.ts";

/** One thing that could be changed, and what it would do. */
export interface Move {
  readonly label: string;
  /** The field, and the value that it gets. */
  readonly path: string;
  readonly text: string;
}

interface Idea {
  readonly label: string;
  readonly path: string;
  readonly text: (from: Answer) => string | null;
}

const times =
  (path: string, by: number) =>
  (from: Answer): string | null =>
    scaledText(fieldAt(path)!, from, by);

/** A word that a field does not have already. */
const word =
  (path: string, value: string) =>
  (from: Answer): string | null =>
    fieldAt(path)?.text(from) === value ? null : value;

/** What people ask for, in the order they ask. */
const ideas: readonly Idea[] = [
  { label: "twice the tokens", path: "training.tokens", text: times("training.tokens", 2) },
  { label: "twice the width", path: "model.width", text: times("model.width", 2) },
  { label: "twice the layers", path: "model.layers", text: times("model.layers", 2) },
  { label: "twice the devices", path: "hardware.count", text: times("hardware.count", 2) },
  { label: "half the devices", path: "hardware.count", text: times("hardware.count", 0.5) },
  { label: "twice the context", path: "training.contextLength", text: times("training.contextLength", 2) },
  {
    label: "twice the batch",
    path: "training.globalBatchSequences",
    text: times("training.globalBatchSequences", 2),
  },
  {
    label: "half the micro-batch",
    path: "training.microBatchSequences",
    text: times("training.microBatchSequences", 0.5),
  },
  { label: "fp8 matmuls", path: "training.precision", text: word("training.precision", "fp8") },
  { label: "recompute everything", path: "training.recompute", text: word("training.recompute", "full") },
  {
    label: "shard it all (zero3)",
    path: "parallel.sharding",
    text: (from) => (from.resolved.parallel.data === 1 ? null : word("parallel.sharding", "zero3")(from)),
  },
];

/** What could be changed of a run; ideas that change nothing are left out. */
export function movesOf(from: Answer): readonly Move[] {
  return ideas.flatMap(({ label, path, text }) => {
    const value = text(from);
    return value === null ? [] : [{ label, path, text: value }];
  });
}

/** What a field has, times a number, with its unit; null for what is no number, or a whole one that would not stay one. */
export function scaledText(field: Field, from: Answer, by: number): string | null {
  const { resolved, estimate } = from;
  const tokens = resolved.training.tokens ?? estimate.run.tokens;
  const text = field.path === "training.tokens" ? String(tokens) : field.text(from);
  const [, number = "", unit = ""] = /^(\d[\d.]*)(.*)$/.exec(text) ?? [];
  const product = Number(number) * by;
  const isWhole = unit !== "" || Number.isInteger(product) || !Number.isInteger(Number(number));
  return number !== "" && product > 0 && isWhole ? `${product}${unit}` : null;
}

/** What a move makes of a run, worked out once; an API's word for it where there is one. */
export function outcomeOf(
  from: Answer,
  { path, text }: Pick<Move, "path" | "text">,
): { readonly to: Estimate | null; readonly refused: string | null } {
  const { run, refused } = triedOnce(from, path, text);
  return { to: run === null ? null : (from.others.get(run.scenario) ?? run.estimate), refused };
}

/** The runs that the moves of a run lead to, as far as they are possible. */
export function movedScenarios(from: Answer): Scenario[] {
  const runs = movesOf(from).map(({ path, text }) => triedOnce(from, path, text).run);
  return runs.flatMap((run) => (run === null ? [] : [run.scenario]));
}

function triedOnce(from: Answer, path: string, text: string): Tried {
  const key = `${path}=${text}`;
  const made = from.tried.get(key) ?? tryOut(from, path, text);
  from.tried.set(key, made);
  return made;
}

function tryOut(from: Answer, path: string, text: string): Tried {
  const world = { ...noWorld, machine: () => from.machine };
  try {
    const { scenario, estimate } = withField(from, fieldAt(path)!, text, world).answer;
    return { run: { scenario, estimate }, refused: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { run: null, refused: error.issues[0]?.message ?? error.message };
  }
}
