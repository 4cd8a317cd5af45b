import { findLeafFlag, leafFlags } from "../args/leaves.ts";
import type { LeafFlag } from "../args/option.ts";

/** A flag of `plan` that is no field of a scenario: its path is that of the request. */
function own(path: string, flag: string, value: string, summary: string): LeafFlag {
  return { path, flag, boolean: false, nullable: false, value, summary };
}

const integers = "4,8|4..64[:4]";

/** What only a plan has, or what a plan lets vary, by its path in the request. */
const ownFlags: readonly LeafFlag[] = [
  {
    ...own(
      "hardware",
      "hardware",
      "NAME|FILE",
      "a machine; say it again for each further one to choose from",
    ),
    repeatable: true,
  },
  own("budget", "budget", "24h|500usd", "what a run may take: time, money or device-hours"),
  own("objective", "objective", "loss|seconds|usd", "what to make least; loss, or seconds with a target"),
  own("target", "target", "NATS", "the loss to reach, in the least seconds or usd"),
  own("space.layers", "layers", integers, "layers: one number, a list, or a range with its step"),
  own("space.width", "width", integers, "widths of the residual stream"),
  own("space.headDim", "head-dim", integers, "dimensions of a head; heads = width / head dimension"),
  own("space.ffnRatio", "ffn-ratio", "4,8/3", "ffn / width, rounded to a multiple of 64"),
  own("space.kvRatio", "kv-ratio", integers, "heads that share keys and values"),
  own("space.ffnKind", "ffn-kind", "gelu,swiglu", "kinds of feed-forward: gelu, relu, relu2, swiglu, geglu"),
  own("space.vocab", "vocab", "N", "vocabulary, one for all runs"),
  own(
    "space.globalBatchSequences",
    "global-batch-sequences",
    `auto|${integers}`,
    "sequences of a step; auto: 2^15 to 2^22 tokens",
  ),
  own(
    "space.microBatchSequences",
    "micro-batch-sequences",
    `auto|${integers}`,
    "sequences of a micro-batch; auto: powers of two to 64",
  ),
  own("space.recompute", "recompute", "auto|none,full", "what is recomputed: none, selective, full"),
  own(
    "space.parallel",
    "parallel",
    "auto|JSON",
    "layouts; auto: all of data, tensor and pipeline ranks under no sharding, zero1, zero3",
  ),
  own("constraints.minParameters", "min-parameters", "N", "least parameters.total"),
  own("constraints.maxParameters", "max-parameters", "N", "most parameters.total"),
  own("constraints.aspect.min", "aspect-min", "X", "least width / layers"),
  own("constraints.aspect.max", "aspect-max", "X", "most width / layers"),
  {
    ...own("constraints.fits", "fits", "", "only runs that fit in memory; --no-fits lifts it"),
    boolean: true,
  },
  { ...own("price", "price", "NAME=USD", "dollars an hour for a device of that machine"), repeatable: true },
  own("top", "top", "N", "how many of the best to list, 10"),
];

/** Fields of a scenario that a plan decides, or that it says in its own way. */
const decided: ReadonlySet<string> = new Set([
  "id",
  "hardware",
  "budget",
  "budget.seconds",
  "budget.usd",
  "budget.deviceHours",
  "model.layers",
  "model.width",
  "model.headDim",
  "model.ffnKind",
  "model.vocab",
  "training.globalBatchSequences",
  "training.microBatchSequences",
  "training.recompute",
]);

/** The flag of that name or dotted path; null when plan has none. */
export function findPlanFlag(name: string): LeafFlag | null {
  const mine = ownFlags.find(({ path, flag }) => flag === name || path === name);
  if (mine !== undefined) return mine;
  const leaf = findLeafFlag(name);
  return leaf === null || decided.has(leaf.path) ? null : leaf;
}

/** All flags of a plan, its own first. */
export function planFlags(): readonly LeafFlag[] {
  return [...ownFlags, ...leafFlags().filter(({ path }) => !decided.has(path))];
}

/** Whether a path is one that only a plan has. */
export function isPlanPath(path: string): boolean {
  return ownFlags.some((each) => each.path === path);
}
