import type { Estimate } from "../estimate/types.ts";
import type { PlanItem, PlanRequest } from "../plan/index.ts";
import { formatBytes, formatCount, formatSeconds, formatUsd, formatWhole } from "./format.ts";
import { hardwareName, words } from "./names.ts";
import { type Cell, type Column, numberCell, textCell } from "./table.ts";

type PlanObjective = NonNullable<PlanRequest["objective"]>;

/** The model of a plan's run: always in full. */
interface Sizes {
  readonly layers: number;
  readonly width: number;
  readonly heads?: number | undefined;
  readonly kvHeads?: number | undefined;
  readonly ffn?: number | undefined;
  readonly ffnKind?: string | undefined;
}

/** The sizes of a run that a plan has found. */
export function sizesOf({ scenario: { model } }: PlanItem): Sizes {
  return typeof model === "string" || "hf" in model ? { layers: 0, width: 0 } : model;
}

/** `16 layers × 1024`. */
export function shapeText(item: PlanItem): string {
  const { layers, width } = sizesOf(item);
  return `${layers} ${layers === 1 ? "layer" : "layers"} × ${width}`;
}

/** How the devices share a run: `data 4, tensor 2, zero1`. */
export function layoutText({ scenario: { parallel = {} } }: PlanItem): string {
  return layoutName(parallel);
}

/**
 * A layout in words; what is 1 or off is left out.
 *
 * @example
 * layoutName({ data: 4, tensor: 2, sharding: "zero1" }) // => "data 4, tensor 2, zero1"
 */
export function layoutName(parallel: NonNullable<PlanItem["scenario"]["parallel"]>): string {
  const { data = 1, tensor = 1, pipeline = 1, context = 1, expert = 1, sharding = "none" } = parallel;
  const ranks = Object.entries({ data, tensor, pipeline, context, expert })
    .filter(([, count]) => count > 1)
    .map(([name, count]) => `${name} ${count}`);
  return [...ranks, ...(sharding === "none" ? [] : [sharding])].join(", ") || "one device";
}

/** Tokens of a step. */
function stepTokens({ estimate: { run } }: PlanItem): number {
  return run.steps > 0 ? run.tokens / run.steps : 0;
}

/** What a plan makes least, of one run. */
export function objectiveOf({ loss, run, cost }: Estimate, objective: PlanObjective): number | null {
  return objective === "loss" ? loss.nats.p50 : objective === "usd" ? cost.usd : run.seconds.p50;
}

/** The same as text. */
export function valueText(value: number | null, objective: PlanObjective): string {
  if (objective === "usd") return formatUsd(value);
  return objective === "seconds" ? formatSeconds(value) : value === null ? "–" : value.toFixed(4);
}

/** A column of runs, and what it says of one. */
export interface RunColumn extends Column {
  readonly cell: (item: PlanItem) => Cell;
  /** Said once for all runs where it is the same in all of them. */
  readonly quiet?: true;
}

const right = "right" as const;
const whole = (value: number | undefined): Cell =>
  numberCell(value ?? null, (v) => (v === null ? "–" : String(v)));

/** What a run is. */
const choices: readonly RunColumn[] = [
  {
    title: "machine",
    key: "hardware",
    keep: true,
    quiet: true,
    cell: ({ scenario }) => textCell(hardwareName(scenario)),
  },
  { title: "layers", align: right, cell: (item) => whole(sizesOf(item).layers) },
  { title: "width", align: right, cell: (item) => whole(sizesOf(item).width) },
  { title: "heads", align: right, quiet: true, spare: 5, cell: (item) => whole(sizesOf(item).heads) },
  {
    title: "kv",
    key: "kvHeads",
    align: right,
    quiet: true,
    spare: 6,
    cell: (item) => whole(sizesOf(item).kvHeads),
  },
  { title: "ffn", align: right, quiet: true, spare: 6, cell: (item) => whole(sizesOf(item).ffn) },
  {
    title: "kind",
    key: "ffnKind",
    quiet: true,
    spare: 6,
    cell: (item) => textCell(sizesOf(item).ffnKind ?? "–"),
  },
  {
    title: "params",
    key: "parameters",
    align: right,
    cell: ({ estimate }) => numberCell(estimate.parameters.total, formatCount),
  },
  {
    title: "batch",
    key: "globalBatchSequences",
    align: right,
    spare: 2,
    quiet: true,
    cell: ({ scenario: { training } }) => whole(training?.globalBatchSequences),
  },
  {
    title: "micro",
    key: "microBatchSequences",
    align: right,
    spare: 2,
    quiet: true,
    cell: ({ scenario: { training } }) => whole(training?.microBatchSequences),
  },
  {
    title: "recompute",
    spare: 3,
    quiet: true,
    cell: ({ scenario: { training } }) => textCell(training?.recompute ?? "–"),
  },
  { title: "layout", spare: 1, quiet: true, cell: (item) => textCell(layoutText(item)) },
];

/** What a run gives. */
const answers: readonly RunColumn[] = [
  {
    title: "loss",
    key: "lossNats",
    align: right,
    cell: ({ estimate: { loss } }) => ({ text: loss.nats.p50.toFixed(4), value: loss.nats.p50 }),
  },
  {
    title: "time",
    key: "seconds",
    align: right,
    quiet: true,
    cell: ({ estimate: { run } }) => numberCell(run.seconds.p50, formatSeconds),
  },
  {
    title: "cost",
    key: "usd",
    align: right,
    quiet: true,
    cell: ({ estimate: { cost } }) => numberCell(cost.usd, (usd) => (usd === null ? "–" : formatUsd(usd))),
  },
  {
    title: "tokens",
    align: right,
    spare: 4,
    cell: ({ estimate: { run } }) => numberCell(run.tokens, formatCount),
  },
  {
    title: "memory",
    key: "bytesPerDevice",
    align: right,
    spare: 1,
    cell: ({ estimate: { memory } }) => numberCell(memory.bytesPerDevice, formatBytes),
  },
];

/** All that there is to say of a run, in the order of a table. */
export const runColumns: readonly RunColumn[] = [...choices, ...answers];

/** What is the same in all runs and said once: `batch 512`, `time 1d`. */
export function commonTexts(items: readonly PlanItem[], columns: readonly RunColumn[]): string[] {
  return columns.flatMap((column) => {
    const { text } = column.cell(items[0]!);
    if (text === "–" || text === "unknown") return [];
    return column.title === "layout" || column.title === "machine" ? [text] : [`${column.title} ${text}`];
  });
}

/** The columns that differ between runs, and those that do not. */
export function partColumns(items: readonly PlanItem[]): {
  readonly shown: readonly RunColumn[];
  readonly common: readonly RunColumn[];
} {
  const differs = ({ cell }: RunColumn): boolean => new Set(items.map((item) => cell(item).text)).size > 1;
  const isCommon = (column: RunColumn): boolean => column.quiet === true && !differs(column);
  return { shown: runColumns.filter((each) => !isCommon(each)), common: runColumns.filter(isCommon) };
}

/** `9,800 steps of 524,288 tokens`. */
export function stepsText(item: PlanItem): string {
  const { steps } = item.estimate.run;
  return `${formatWhole(steps)} ${steps === 1 ? "step" : "steps"} of ${formatWhole(stepTokens(item))} tokens`;
}

const rejections: Readonly<Record<string, string>> = {
  indivisible: "more do not divide",
  "does-not-fit": "do not fit",
  "over-budget": "over the budget",
  "target-unreachable": "never reach the target",
  "budget-too-small": "make no step",
  "too-many-parameters": "have too many parameters",
  "too-few-parameters": "have too few parameters",
  aspect: "too wide or too deep",
  "price-unknown": "without a price",
};

/** How many runs were turned away for what, the most first; those that do not divide are none of the runs, and come last. */
export function rejectionTexts(rejected: Readonly<Record<string, number>>): string[] {
  return Object.entries(rejected)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => Number(a === "indivisible") - Number(b === "indivisible") || y - x)
    .map(([name, count]) => `${formatWhole(count)} ${rejections[name] ?? words(name)}`);
}
