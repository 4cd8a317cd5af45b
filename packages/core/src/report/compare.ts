import type { Comparison } from "../estimate/compare.ts";
import { explainDifference } from "../estimate/explain-difference.ts";
import type { Estimate } from "../estimate/types.ts";
import { isBeyondLaw } from "./estimate-facts.ts";
import {
  formatBytes,
  formatCount,
  formatInterval,
  formatPercent,
  formatRatio,
  formatSeconds,
  formatSi,
  formatUsd,
  formatWhole,
  formatWithin,
  unknown,
} from "./format.ts";
import { partLabel, words } from "./names.ts";
import { page } from "./page.ts";
import { type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { cut, type Line, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

export interface ComparisonOptions extends RenderOptions {
  /** What the estimates are called; A, B, C … by default. */
  readonly names?: readonly string[];
}

type Reply = Pick<Comparison, "estimates" | "explain">;

/**
 * `wallclock compare`: the answers side by side with the last over the first, and in words why they differ.
 *
 * @example
 * const twice = estimate({ ...scenario, hardware: "16x h100" }, machine);
 * plainText(renderComparison(compareEstimates([reply, twice]), { width: 80, names: ["one node", "two"] })).includes("two") // => true
 */
export function renderComparison(reply: Reply, { width, names }: ComparisonOptions): Line[] {
  const called = names !== undefined && new Set(names).size === reply.estimates.length;
  const explain = called ? explainDifference(reply.estimates, names) : reply.explain;
  return page(
    [renderTable(comparisonTable(reply.estimates, names), width), paragraph("", explain, "text", width)],
    width,
  );
}

/** One figure: how it is called, what it is, how it is written, and an interval to show beneath. */
interface Figure {
  readonly title: string;
  readonly value: (estimate: Estimate) => number | null;
  readonly write: (estimate: Estimate) => string;
  readonly range?: (estimate: Estimate) => string;
}

const figures: readonly Figure[] = [
  {
    title: "time",
    value: (e) => e.run.seconds.p50,
    write: (e) => formatSeconds(e.run.seconds.p50),
    range: (e) => formatInterval(e.run.seconds, formatSeconds),
  },
  {
    title: "loss, nats",
    value: (e) => (isBeyondLaw(e) ? null : e.loss.nats.p50),
    write: (e) => (isBeyondLaw(e) ? "beyond any law" : formatWithin(e.loss.nats).value),
    range: (e) => (isBeyondLaw(e) ? "" : formatWithin(e.loss.nats).range),
  },
  { title: "cost", value: (e) => e.cost.usd, write: (e) => formatUsd(e.cost.usd) },
  {
    title: "fits",
    value: () => null,
    write: (e) => (e.memory.fits === null ? unknown : e.memory.fits ? "yes" : "no"),
  },
  {
    title: "memory of a device",
    value: (e) => e.memory.bytesPerDevice,
    write: (e) => formatBytes(e.memory.bytesPerDevice),
  },
  {
    title: "tokens/s",
    value: (e) => e.step.tokensPerSecond,
    write: (e) => formatCount(Math.round(e.step.tokensPerSecond)),
  },
  { title: "MFU", value: (e) => e.step.mfu, write: (e) => formatPercent(e.step.mfu) },
  { title: "device-hours", value: (e) => e.run.deviceHours, write: (e) => formatCount(e.run.deviceHours) },
  { title: "steps", value: (e) => e.run.steps, write: (e) => formatWhole(e.run.steps) },
  { title: "tokens", value: (e) => e.run.tokens, write: (e) => formatCount(e.run.tokens) },
  { title: "parameters", value: (e) => e.parameters.total, write: (e) => formatCount(e.parameters.total) },
  {
    title: "FLOP of a step",
    value: (e) => e.ledger.flopPerStep,
    write: (e) => formatSi(e.ledger.flopPerStep, "").replace(" ", ""),
  },
  {
    title: "copies of a step",
    value: (e) => e.ledger.copiesPerStep,
    write: (e) => formatCount(e.ledger.copiesPerStep),
  },
];

/**
 * The comparison as a table: a row a figure, a column an estimate, and the last over the first.
 *
 * @example
 * const twice = estimate({ ...scenario, hardware: "16x h100" }, machine);
 * tableCsv(comparisonTable([reply, twice], ["one node", "two"])).split("\n")[0] // => ",one node,two,ratio"
 */
export function comparisonTable(estimates: readonly Estimate[], names: readonly string[] = []): Table {
  const right = "right" as const;
  const called = estimates.map((_, index) => cut(names[index] ?? String.fromCharCode(65 + (index % 26)), 24));
  const ratio = estimates.length === 2 ? "ratio" : "last/first";
  return {
    columns: [
      { title: "", keep: true },
      ...called.map((title) => ({ title, align: right })),
      { title: ratio, align: right, ...(estimates.length > 2 ? { spare: 1 } : {}) },
    ],
    rows: [...figures.flatMap((figure) => figureRows(figure, estimates)), ...partRows(estimates)],
  };
}

function figureRows({ title, value, write, range }: Figure, estimates: readonly Estimate[]): Row[] {
  const cells = estimates.map((each) => ({ text: write(each).trimEnd(), value: value(each) ?? write(each) }));
  const row: Row = { cells: [textCell(title), ...cells, ratioCell(estimates.map(value))] };
  if (range === undefined) return [row];
  const ranges = estimates.map((each) => textCell(range(each), "dim"));
  if (ranges.every(({ text }) => text === "")) return [row];
  return [row, { kind: "sum", cells: [textCell(""), ...ranges, textCell("")] }];
}

function ratioCell(values: readonly (number | null)[]) {
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null];
  const ratio = first === null || last === null || first === 0 ? null : last / first;
  return { text: formatRatio(ratio), value: ratio, role: "dim" as const };
}

/** Seconds of one step by part. */
function partRows(estimates: readonly Estimate[]): Row[] {
  const seconds = ({ step }: Estimate, name: string): number => {
    return step.parts.find((part) => part.name === name)?.seconds ?? 0;
  };
  const names = [...new Set(estimates.flatMap(({ step }) => step.parts.map((part) => part.name)))];
  const most = (name: string): number => Math.max(...estimates.map((each) => seconds(each, name)));
  const rows = names
    .sort((a, b) => most(b) - most(a))
    .map((name): Row => {
      const values = estimates.map((each) => seconds(each, name));
      const cells = values.map((value) => ({ text: value === 0 ? "–" : formatSeconds(value), value }));
      return { cells: [{ text: partLabel(name), value: words(name) }, ...cells, ratioCell(values)] };
    });
  const steps = estimates.map(({ step }) => step.seconds.p50);
  const total = steps.map((value) => ({ text: formatSeconds(value), value }));
  return [
    { kind: "section", cells: [textCell("ONE STEP")] },
    ...rows,
    { kind: "total", cells: [textCell("total"), ...total, ratioCell(steps)] },
  ];
}
