import type { Note } from "../errors/issue.ts";
import type { Estimate } from "../estimate/types.ts";
import type { Scenario } from "../spec/scenario.ts";
import { commandLines } from "./command.ts";
import { factsOf } from "./estimate-facts.ts";
import { formatBytes, formatCount, formatSeconds, formatUsd, formatWhole, formatWithin } from "./format.ts";
import { hardwareName, modelName, parametersText, words } from "./names.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { numberCell, type Row, renderTable, type Table, textCell } from "./table.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

/** A run that a plan found. */
export interface PlannedRun {
  readonly scenario: Scenario;
  readonly estimate: Estimate;
}

/** What a plan's page reads of its reply. */
export interface PlanView {
  readonly best: readonly PlannedRun[];
  readonly frontier: readonly PlannedRun[];
  readonly explored: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly truncated: boolean;
  readonly notes: readonly Note[];
  readonly explain: string;
}

const mostOnFrontier = 12;

/** `wallclock plan`: the best run and its answers, the runners-up, what one may trade, and how to run it. */
export function renderPlan(plan: PlanView, { width }: RenderOptions): Line[] {
  const [first] = plan.best;
  if (first === undefined) {
    return page(
      [paragraph("", plan.explain, "bad", width), counts(plan, width), noteLines(plan.notes, width)],
      width,
    );
  }
  const { scenario, estimate } = first;
  const subject = [modelName(scenario), parametersText(estimate.parameters), hardwareName(scenario)];
  const frontier = plan.frontier.slice(0, mostOnFrontier);
  return page(
    [
      renderStrip(factsOf(estimate), width),
      listing("", subject, "text", width),
      paragraph("", plan.explain, "text", width),
      [heading("BEST RUNS", "", width), ...renderTable(planTable(plan.best), width)],
      frontier.length > 1
        ? [
            heading("TRADE-OFFS", "no run is better in everything", width),
            ...renderTable(planTable(frontier), width),
          ]
        : [],
      counts(plan, width),
      noteLines(plan.notes, width),
      commandLines(scenario, width),
    ],
    width,
  );
}

function counts({ explored, rejected, truncated }: PlanView, width: number): Line[] {
  const reasons = Object.entries(rejected)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${formatWhole(count)} ${words(reason)}`);
  const cut = truncated ? ["the search was cut short"] : [];
  return listing("", [`${formatWhole(explored)} runs in the space`, ...reasons, ...cut], "dim", width);
}

/** Runs of a plan as a table: sizes and answers. */
export function planTable(runs: readonly PlannedRun[]): Table {
  const right = "right" as const;
  const column = (title: string, spare = 0) => ({ title, align: right, spare });
  return {
    columns: [
      { title: "model", keep: true },
      column("parameters"),
      column("tokens"),
      column("batch", 3),
      column("time"),
      column("loss"),
      column("cost", 1),
      column("memory", 2),
    ],
    rows: runs.map(runRow),
  };
}

function runRow({ scenario, estimate }: PlannedRun): Row {
  const { parameters, run, loss, cost, memory } = estimate;
  const batch = run.steps > 0 ? run.tokens / run.steps : 0;
  return {
    cells: [
      textCell(modelName(scenario), "accent"),
      numberCell(parameters.total, formatCount),
      numberCell(run.tokens, formatCount),
      numberCell(batch, formatCount),
      numberCell(run.seconds.p50, formatSeconds),
      { text: formatWithin(loss.nats).value, value: loss.nats.p50 },
      numberCell(cost.usd, formatUsd),
      numberCell(memory.bytesPerDevice, formatBytes),
    ],
  };
}
