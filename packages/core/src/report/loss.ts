import type { CurvePoint } from "../estimate/curve.ts";
import type { Estimate } from "../estimate/types.ts";
import { renderChart } from "./chart-text.ts";
import { isBeyondLaw, lossFact } from "./estimate-facts.ts";
import { formatCount, formatInterval, formatSeconds, significant } from "./format.ts";
import { isInside, lossChart } from "./loss-chart.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { numberCell, renderTable, type Table } from "./table.ts";
import { heading, type Line, pageWidth, type RenderOptions } from "./text.ts";

export interface LossOptions extends RenderOptions {
  readonly curve?: readonly CurvePoint[];
  /** A loss to reach, and where it is reached; null when this model never does. */
  readonly target?: { readonly nats: number; readonly reached: CurvePoint | null } | null;
}

/** `wallclock loss`: what the run reaches, when it reaches a target, and the way there as a chart and a table. */
export function renderLoss(estimate: Estimate, options: LossOptions): Line[] {
  const { width, charset = "braille", curve = [] } = options;
  const { reached = null } = options.target ?? {};
  const chart = lossChart(estimate, curve, undefined, reached);
  const drawn =
    curve.length > 1 && !isBeyondLaw(estimate)
      ? renderChart(chart, { width: Math.min(width, pageWidth), height: 12, charset })
      : [];
  const legend = `nats a token, ◆ this run${isInside(reached, curve) ? ", ◇ the target" : ""}`;
  const notes = estimate.notes.filter((note) =>
    /loss|law|token|batch|vocab/i.test(`${note.code} ${note.path ?? ""}`),
  );
  const sections = [
    renderStrip(lossFacts(estimate, options), width),
    drawn.length > 0 ? [heading("LOSS AGAINST TIME", legend, width), ...drawn] : [],
    curve.length > 0 ? renderTable(curveTable(thinned(curve, 12)), width) : [],
    noteLines(notes, width),
  ];
  return page(sections, width);
}

function lossFacts(estimate: Estimate, { target }: LossOptions): Fact[] {
  const { loss, run } = estimate;
  const law = loss.inDomain ? "within what it was fitted on" : "beyond what it was fitted on";
  const facts: Fact[] = [
    lossFact(estimate),
    {
      label: "TIME",
      value: formatSeconds(run.seconds.p50),
      detail: formatInterval(run.seconds, formatSeconds),
    },
    {
      label: "LAW",
      value: loss.law,
      detail: law,
      role: loss.inDomain ? "accent" : "warn",
    },
  ];
  if (target === undefined || target === null) return facts;
  const { reached } = target;
  const value = reached === null ? "never" : formatSeconds(reached.seconds);
  const detail = reached === null ? "not with this model" : `${formatCount(reached.tokens)} tokens`;
  return [...facts, { label: `TO ${significant(target.nats, 3)} NATS`, value: value, detail }];
}

/** The curve as a table: time, tokens, loss. */
export function curveTable(curve: readonly CurvePoint[]): Table {
  const right = "right" as const;
  return {
    columns: [
      { title: "time", key: "seconds", align: right },
      { title: "tokens", align: right },
      { title: "nats", align: right },
    ],
    rows: curve.map(({ seconds, tokens, nats }) => ({
      cells: [
        numberCell(seconds, formatSeconds),
        numberCell(tokens, formatCount),
        { text: nats.toFixed(3), value: nats },
      ],
    })),
  };
}

/** At most so many points, the first and the last among them. */
function thinned(curve: readonly CurvePoint[], most: number): readonly CurvePoint[] {
  if (curve.length <= most) return curve;
  const step = (curve.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => curve[Math.round(index * step)]!);
}
