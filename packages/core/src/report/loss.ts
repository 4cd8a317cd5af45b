import type { CurvePoint } from "../estimate/curve.ts";
import type { BestShape, SizedRun } from "../estimate/sizes.ts";
import type { LossTarget } from "../estimate/target.ts";
import type { Estimate } from "../estimate/types.ts";
import { renderChart } from "./chart-text.ts";
import { isBeyondLaw, lossFact } from "./estimate-facts.ts";
import { formatCount, formatInterval, formatSeconds, significant } from "./format.ts";
import { isInside, lossChart } from "./loss-chart.ts";
import { type LossDisplay, lossDisplay, lossWithin } from "./loss-unit.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { numberCell, type Table } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, pageWidth, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

export interface LossOptions extends RenderOptions {
  readonly curve?: readonly CurvePoint[];
  /** A loss to reach, and where it is reached. */
  readonly target?: LossTarget | null;
  /** The size of this shape that ends lowest in the same time. */
  readonly best?: BestShape | null;
  /** Unit of what is shown; nats a token when absent. */
  readonly display?: LossDisplay;
}

/**
 * `wallclock loss`: what the run reaches, when it reaches a target, and the way there as a chart and a table.
 *
 * @example
 * plainText(renderLoss(reply, { width: 80, curve: lossCurve(scenario, machine) })).includes("3.012 nats") // => true
 */
export function renderLoss(estimate: Estimate, options: LossOptions): Line[] {
  const { width, charset = "braille", curve = [], display = lossDisplay() } = options;
  const { reached = null } = options.target ?? {};
  const chart = lossChart(estimate, curve, { target: reached, display });
  const drawn =
    curve.length > 1 && !isBeyondLaw(estimate)
      ? renderChart(chart, { width: Math.min(width, pageWidth), height: 12, charset })
      : [];
  const legend = `${display.of}, ◆ this run${isInside(reached, curve) ? ", ◇ the target" : ""}`;
  const notes = estimate.notes.filter((note) =>
    /loss|law|token|batch|vocab/i.test(`${note.code} ${note.path ?? ""}`),
  );
  const sections = [
    renderStrip(lossFacts(estimate, options), width),
    [...targetLines(estimate, options), ...sizeLines(options)],
    drawn.length > 0 ? [heading("LOSS AGAINST TIME", legend, width), ...drawn] : [],
    curve.length > 0 ? renderTable(curveTable(thinned(curve, 12), display), width) : [],
    noteLines(notes, width),
  ];
  return page(sections, width);
}

function lossFacts(estimate: Estimate, { target, display = lossDisplay() }: LossOptions): Fact[] {
  const { loss, run } = estimate;
  const law = loss.inDomain ? "within what it was fitted on" : "beyond what it was fitted on";
  const { value: lossValue, range } = lossWithin(loss.nats, display);
  const own = lossFact(estimate);
  const facts: Fact[] = [
    isBeyondLaw(estimate) ? own : { ...own, value: `${lossValue} ${display.name}`, detail: range },
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
  const label = `TO ${significant(display.fromNats(target.nats), 4)} ${display.name.toUpperCase()}`;
  const value = reached === null ? "never" : formatSeconds(reached.seconds);
  const detail = reached === null ? "not with this model" : `${formatCount(reached.tokens)} tokens`;
  return [...facts, { label, value, detail, ...(reached === null ? { role: "warn" as const } : {}) }];
}

const sized = ({ parameters, layers, width }: SizedRun): string =>
  `${formatCount(parameters)} parameters (${layers} layers, width ${width})`;

/** Why a target is never reached and what would reach it, or that the law has not seen runs as long as it takes. */
function targetLines({ loss }: Estimate, { target, width, display = lossDisplay() }: LossOptions): Line[] {
  if (target === undefined || target === null) return [];
  const asked = `${significant(display.fromNats(target.nats), 4)} ${display.name}`;
  const { reached, inDomain, floorNats, sizes } = target;
  if (reached !== null) {
    const there = `${display.format(reached.p10)} – ${display.format(reached.p90)}`;
    const text = `${asked} after ${formatCount(reached.tokens)} tokens lies beyond what ${loss.law} was fitted on: there it says ${there}.`;
    return inDomain === false ? paragraph("target", text, "warn", width) : [];
  }
  const under = `the floor of this model under ${loss.law}`;
  const floor =
    target.nats > floorNats
      ? `${asked} lies so near ${display.format(floorNats)}, ${under}, that its steps cannot be counted`
      : `${asked} lies below ${display.format(floorNats)}, ${under}: no number of tokens reaches it`;
  if (sizes === null) {
    return paragraph(
      "target",
      `${floor}, nor does a size of this shape that was tried and fits.`,
      "warn",
      width,
    );
  }
  const { smallest, quickest } = sizes;
  const first = `The smallest of this shape that does has ${sized(smallest)} and takes ${formatSeconds(smallest.seconds)}`;
  const other =
    quickest.parameters === smallest.parameters
      ? ""
      : `; the quickest has ${sized(quickest)} and takes ${formatSeconds(quickest.seconds)}`;
  return paragraph("target", `${floor}. ${first}${other}.`, "warn", width);
}

/** Whether another size of this shape would end lower. */
function sizeLines({ best, width, display = lossDisplay() }: LossOptions): Line[] {
  if (best === undefined || best === null) return [];
  const edge = best.atEdge ? "; it is the last of the sizes tried that runs and fits" : "";
  const text = best.isLower
    ? `A model of this shape with ${sized(best)} would end lower in this time: ${display.format(best.nats)} ${display.name} after ${formatCount(best.tokens)} tokens${edge}.`
    : "No other size of this shape that fits ends lower in this time by more than two runs differ.";
  return paragraph("size", text, "dim", width);
}

/**
 * The curve as a table: time, tokens, loss and the ends of its 80 % interval.
 *
 * @example
 * tableCsv(curveTable(lossCurve(scenario, machine, 3))).split("\n")[0] // => "seconds,tokens,nats,p10,p90"
 */
export function curveTable(curve: readonly CurvePoint[], display = lossDisplay()): Table {
  const right = "right" as const;
  const loss = (nats: number) => ({ text: display.format(nats), value: display.fromNats(nats) });
  return {
    columns: [
      { title: "time", key: "seconds", align: right },
      { title: "tokens", align: right },
      { title: display.name, align: right },
      { title: "p10", align: right },
      { title: "p90", align: right },
    ],
    rows: curve.map(({ seconds, tokens, nats, p10, p90 }) => ({
      cells: [
        numberCell(seconds, formatSeconds),
        numberCell(tokens, formatCount),
        loss(nats),
        loss(p10),
        loss(p90),
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
