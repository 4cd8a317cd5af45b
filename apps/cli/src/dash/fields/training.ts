import { parseQuantity, type Scenario } from "@wallclock/core";
import { formatCount, formatSeconds, formatUsd, formatWhole } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import type { Change } from "./change.ts";
import { choice } from "./choice.ts";
import { type Field, plainly } from "./field.ts";
import { decades, divisors, powersOfTwo, rungs, words } from "./ladders.ts";

const tokenLadder = decades([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8], 5, 15);

/** Times people plan in, seconds. */
export const budgetLadder = [300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400].concat(
  [2, 3, 5, 7, 14, 21, 28, 42, 56, 90, 180].map((days) => days * 86_400),
);

function budgetText({ budget }: Scenario): string {
  if (budget === null || budget === undefined) return "none";
  if ("seconds" in budget) return formatSeconds(budget.seconds);
  return "usd" in budget ? formatUsd(budget.usd) : `${formatWhole(budget.deviceHours)} device-h`;
}

/** Typed as it was given, so that it can be edited. */
function budgetWord({ budget }: Scenario): string {
  if (budget === null || budget === undefined) return "";
  if ("seconds" in budget) return `${budget.seconds}s`;
  return "usd" in budget ? `${budget.usd}usd` : `${budget.deviceHours} device-hours`;
}

function budgetSteps({ scenario: { budget }, estimate }: Answer, direction: 1 | -1): Iterable<string> {
  const isTime = budget !== null && budget !== undefined && "seconds" in budget;
  const seconds = isTime ? budget.seconds : estimate.run.seconds.p50;
  const steps = [...rungs(budgetLadder, seconds, direction)].map((each) => `${each}s`);
  return isTime && direction === -1 ? [...steps, ""] : steps;
}

/** What is no count may be a budget: time or money typed for tokens buys them. */
function tokensChanges(_: Answer, text: string): Change[] {
  const plain: Change = { set: { "training.tokens": text }, drop: ["budget"] };
  if (parseQuantity(text, "count") !== null || !/\d/.test(text)) return [plain];
  return [plain, { set: { budget: text }, drop: ["training.tokens"], follows: `budget ${text.trim()}` }];
}

/** Without a budget the tokens stay those that it bought. */
function budgetChanges({ estimate }: Answer, text: string): Change[] {
  const none = text.trim() === "" || text.trim() === "none" || text.trim() === "null";
  if (!none) return [{ set: { budget: text }, drop: ["training.tokens"] }];
  return [{ set: { "training.tokens": String(estimate.run.tokens) }, drop: ["budget"] }];
}

/** Sequences of a pass over all data ranks: what a batch is a multiple of. */
function unitOf({ resolved: { training, parallel } }: Answer): number {
  return training.microBatchSequences * parallel.data;
}

/** The micro-batch is kept where it divides the batch, else left to the default; accumulation follows either way. */
function batchChanges({ resolved: { training } }: Answer, text: string): Change[] {
  const set = { "training.globalBatchSequences": text };
  const micro = { "training.microBatchSequences": String(training.microBatchSequences) };
  return [
    { set: { ...set, ...micro }, drop: ["training.accumulation"] },
    {
      set,
      drop: ["training.accumulation", "training.microBatchSequences"],
      follows: "micro-batch",
    },
  ];
}

function saysBatch({ scenario }: Answer): boolean {
  return scenario.training?.globalBatchSequences !== undefined;
}

/** A batch that was given stays and the micro-batch divides a rank's share of it; otherwise the batch follows. */
function microSteps(from: Answer, direction: 1 | -1): Iterable<string> {
  const { training, parallel } = from.resolved;
  const { globalBatchSequences: batch, microBatchSequences: micro } = training;
  return saysBatch(from)
    ? divisors(batch / parallel.data, micro, direction)
    : rungs(powersOfTwo(0, 12), micro, direction);
}

function microChanges(from: Answer, text: string): Change[] {
  const set = { "training.microBatchSequences": text };
  if (saysBatch(from)) {
    return [
      { set, drop: ["training.accumulation"] },
      { set, drop: ["training.accumulation", "training.globalBatchSequences"], follows: "batch" },
    ];
  }
  return [{ set }];
}

function accumulationChanges({ resolved: { training } }: Answer, text: string): Change[] {
  const micro = { "training.microBatchSequences": String(training.microBatchSequences) };
  return [{ set: { "training.accumulation": text, ...micro }, drop: ["training.globalBatchSequences"] }];
}

/** Fields of the training. */
export const trainingFields: readonly Field[] = [
  {
    path: "training.tokens",
    label: "tokens",
    show: ({ estimate }) => formatCount(estimate.run.tokens),
    text: ({ estimate }) => formatCount(estimate.run.tokens),
    steps: ({ resolved, estimate }, direction) =>
      rungs(tokenLadder, resolved.training.tokens ?? estimate.run.tokens, direction),
    changes: tokensChanges,
    example: "2.5B, 24h, $500",
  },
  {
    path: "budget",
    label: "budget",
    show: ({ scenario }) => budgetText(scenario),
    text: ({ scenario }) => budgetWord(scenario),
    steps: budgetSteps,
    changes: budgetChanges,
    example: "24h, $500",
  },
  {
    path: "training.globalBatchSequences",
    label: "batch, tokens",
    show: ({ resolved: { training } }) => formatCount(training.globalBatchSequences * training.contextLength),
    text: ({ resolved: { training } }) => String(training.globalBatchSequences),
    steps: (from, direction) => {
      const unit = unitOf(from);
      const ladder = powersOfTwo(0, 16, true).map((each) => each * unit);
      return rungs(ladder, from.resolved.training.globalBatchSequences, direction);
    },
    changes: batchChanges,
    example: "512 sequences",
  },
  {
    path: "training.microBatchSequences",
    label: "micro-batch",
    show: ({ resolved: { training } }) => formatWhole(training.microBatchSequences),
    text: ({ resolved: { training } }) => String(training.microBatchSequences),
    steps: microSteps,
    changes: microChanges,
    example: "16",
  },
  {
    path: "training.accumulation",
    label: "accumulation",
    show: ({ resolved: { training } }) => formatWhole(training.accumulation),
    text: ({ resolved: { training } }) => String(training.accumulation),
    steps: ({ resolved: { training } }, direction) => {
      return rungs(powersOfTwo(0, 16, true), training.accumulation, direction);
    },
    changes: accumulationChanges,
    example: "4",
  },
  choice("training.precision", "precision", ({ resolved }) => resolved.training.precision),
  choice("training.optimizer", "optimizer", ({ resolved }) => resolved.training.optimizer),
  choice("training.recompute", "recompute", ({ resolved }) => resolved.training.recompute),
  choice("software.kernels", "kernels", ({ resolved }) => resolved.software.kernels),
  choice("software.attention", "attention", ({ resolved }) => resolved.software.attention),
  {
    path: "lossLaw",
    label: "loss law",
    show: ({ estimate }) => estimate.loss.law,
    text: ({ estimate }) => estimate.loss.law,
    steps: ({ estimate }, direction, { laws }) => words(laws, estimate.loss.law, direction),
    changes: (_, text) => [plainly("lossLaw", text)],
    catalogue: "laws",
    example: "hoffmann-2022",
  },
];
