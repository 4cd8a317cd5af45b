import type { PlanItem, PlanReply, PlanRequest } from "../plan/index.ts";
import { formatSigned } from "./format.ts";
import { hardwareName } from "./names.ts";
import { objectiveOf, partColumns, valueText } from "./plan-run.ts";
import { runsTable } from "./plan-tables.ts";
import { textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line } from "./text.ts";

type Objective = NonNullable<PlanRequest["objective"]>;

/** What one may have less of. */
const figures: readonly (readonly [name: string, read: (item: PlanItem) => number | null])[] = [
  ["time", ({ estimate }) => estimate.run.seconds.p50],
  ["cost", ({ estimate }) => estimate.cost.usd],
  ["memory", ({ estimate }) => estimate.memory.bytesPerDevice],
  ["size", ({ estimate }) => estimate.parameters.total],
];

/** Shares of the best value that one might give up. */
const shares: Readonly<Record<Objective, readonly number[]>> = {
  loss: [0.005, 0.02, 0.05],
  seconds: [0.05, 0.2, 1],
  usd: [0.05, 0.2, 1],
};

/** A figure is worth a row where giving up that much brings it down by as much as this. */
const worthwhile = 0.03;

/** A run one could have instead, and what for. */
export interface Instead {
  readonly what: string;
  readonly item: PlanItem;
}

/** The runs of the frontier that need the least of each figure for a small share of the objective. */
export function insteadOf(frontier: readonly PlanItem[], best: PlanItem, objective: Objective): Instead[] {
  const value = ({ estimate }: PlanItem): number =>
    objectiveOf(estimate, objective) ?? Number.POSITIVE_INFINITY;
  const found: Instead[] = [];
  for (const [name, read] of figures) {
    let least = read(best);
    if (
      least === null ||
      (name === "time" && objective === "seconds") ||
      (name === "cost" && objective === "usd")
    ) {
      continue;
    }
    for (const share of shares[objective]) {
      const near = frontier.filter((item) => value(item) <= value(best) * (1 + share) && read(item) !== null);
      const [first] = [...near].sort((a, b) => read(a)! - read(b)! || value(a) - value(b));
      if (first === undefined || read(first)! > least * (1 - worthwhile)) continue;
      least = read(first)!;
      found.push({ what: `${name} (+${100 * share}%)`, item: first });
    }
  }
  return found;
}

/** What one could have instead, as a table. */
export function insteadLines({ frontier, best }: PlanReply, objective: Objective, width: number): Line[] {
  const instead = insteadOf(frontier, best[0]!, objective);
  if (instead.length === 0) return [];
  const { shown } = partColumns(instead.map(({ item }) => item));
  const table = runsTable(
    instead.map(({ item }) => item),
    shown,
  );
  const rows = table.rows.map(({ cells }, index) => ({
    cells: [textCell(instead[index]!.what), ...cells.slice(1)],
  }));
  const columns = [{ title: "least", keep: true }, ...table.columns.slice(1)];
  const noun = objective === "loss" ? "loss" : objective === "usd" ? "cost" : "time";
  return [
    heading("WHAT ONE COULD HAVE INSTEAD", `least of each, for so much more ${noun}`, width),
    ...renderTable({ columns, rows }, width),
  ];
}

/** What each machine can do at best, where there are several. */
export function machineLines({ machines }: PlanReply, objective: Objective, width: number): Line[] {
  if (machines.length < 2) return [];
  const known = machines.flatMap(({ value }) => (value === null ? [] : [value]));
  const least = Math.min(...known);
  const columns = [
    { title: "machine", keep: true },
    { title: objective === "loss" ? "loss" : objective === "usd" ? "cost" : "time", align: "right" as const },
    { title: "above the least", align: "right" as const },
  ];
  const rows = [...machines]
    .sort((a, b) => (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY))
    .map(({ hardware, value }) => ({
      cells: [
        textCell(hardwareName({ hardware })),
        value === null ? textCell("no run", "warn") : textCell(valueText(value, objective)),
        textCell(value === null || value === least ? "–" : formatSigned(value / least - 1)),
      ],
    }));
  return [heading("MACHINES", "the best run of each", width), ...renderTable({ columns, rows }, width)];
}
