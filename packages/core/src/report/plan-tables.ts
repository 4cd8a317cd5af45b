import type { PlanItem, PlanReply } from "../plan/index.ts";
import { mapTable } from "./plan-map.ts";
import { commonTexts, partColumns, type RunColumn, runColumns } from "./plan-run.ts";
import { sensitivityTable } from "./plan-sensitivity.ts";
import { wideDeepTable } from "./plan-wide-deep.ts";
import { numberCell, type Table } from "./table.ts";
import { renderTable } from "./table-text.ts";
import type { Line } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

/** Runs as a table: all columns, numbered from the best. */
export function runsTable(items: readonly PlanItem[], columns: readonly RunColumn[] = runColumns): Table {
  return {
    columns: [{ title: "#", key: "rank", align: "right" }, ...columns],
    rows: items.map((item, index) => ({
      cells: [numberCell(index + 1, String), ...columns.map(({ cell }) => cell(item))],
    })),
  };
}

/** A run and its place among the best. */
interface Ranked {
  readonly rank: number;
  readonly item: PlanItem;
}

/**
 * The first of runs that read alike: of the same sizes, with the same answers to the last digit that is shown.
 *
 * @example
 * distinctRuns(planned.best).length // => 4
 */
export function distinctRuns(items: readonly PlanItem[]): Ranked[] {
  const seen = new Set<string>();
  const alike = runColumns.filter(({ title }) => !freeColumns.has(title));
  return items.flatMap((item, index) => {
    const key = alike.map(({ cell }) => cell(item).text).join("|");
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ rank: index + 1, item }];
  });
}

/** What runs that read alike may differ in. */
const freeColumns: ReadonlySet<string> = new Set(["batch", "layout", "time", "cost", "tokens", "memory"]);

/**
 * Runs as text: what they differ in as columns, what they share in a line below; those that read alike once.
 *
 * @example
 * plainText(runLines(planned.best, 80)).includes("1024") // => true
 */
export function runLines(items: readonly PlanItem[], width: number): Line[] {
  const ranked = distinctRuns(items);
  if (ranked.length === 0) return [];
  const { shown, common } = partColumns(ranked.map(({ item }) => item));
  const table: Table = {
    columns: [{ title: "#", align: "right" }, ...shown],
    rows: ranked.map(({ rank, item }) => ({
      cells: [numberCell(rank, String), ...shown.map(({ cell }) => cell(item))],
    })),
  };
  const isGapless = ranked.every(({ rank }, index) => rank === index + 1);
  return [
    ...renderTable(table, width),
    ...listing("all", commonTexts(items, common), "dim", width),
    ...(isGapless ? [] : paragraph("#", placesText, "dim", width)),
  ];
}

/** Why places are missing. */
const placesText =
  "is a run's place among the best; of runs that differ in batch or layout, but not in size and loss, the first is shown";

/** What `--csv` and `--markdown` may print of a plan. */
export const planTables = ["best", "frontier", "notches", "map", "wide-deep"] as const;
/** One of `planTables`. */
export type PlanTableName = (typeof planTables)[number];

/**
 * A table of a plan.
 *
 * @example
 * tableCsv(planTable(planned, "best")).split("\n").length > 2 // => true
 */
export function planTable(reply: PlanReply, name: PlanTableName): Table {
  switch (name) {
    case "best":
    case "frontier":
      return runsTable(reply[name]);
    case "notches":
      return sensitivityTable(reply);
    case "map":
      return mapTable(reply);
    case "wide-deep":
      return wideDeepTable(reply);
  }
}
