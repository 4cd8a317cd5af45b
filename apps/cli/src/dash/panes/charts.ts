import { placeOf } from "@wallclock/core";
import {
  type Chart,
  distinctRuns,
  isBeyondLaw,
  type Line,
  line,
  lossChart,
  memoryBars,
  memoryRemark,
  renderChart,
  rooflineChart,
  sizesChart,
  span,
  timeBars,
  timeRemark,
} from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import { replyOf } from "../state/plan.ts";
import type { PaneId, State } from "../state/state.ts";
import type { Draw, Room } from "./content.ts";

/** The loss against wall time, of the run that it is compared with too. */
export const drawLoss: Draw = (state, room) => {
  const { answer, pinned } = state.doc;
  const isComparing = pinned !== null;
  const remark = isComparing
    ? ["nats a token, ◆ B, ◇ A", "◆ B, ◇ A"]
    : ["nats a token, ◆ this run", "nats a token"];
  const title = "Loss against time";
  if (isBeyondLaw(answer.estimate))
    return { title, body: [line(span("no law speaks of so few tokens", "warn"))] };
  return { title, remark, body: chartLines(chartOf(state), room) };
};

/** The chart that is shown, which is the one that is exported. */
export function chartOf({ doc: { answer, pinned }, zoom }: State): ReturnType<typeof lossChart> {
  const chart = lossChart(answer.estimate, shown(answer, zoom));
  if (pinned === null || isBeyondLaw(pinned.estimate)) return chart;
  const before = lossChart(pinned.estimate, shown(pinned, zoom));
  return {
    ...chart,
    series: [
      { name: "A", points: before.series[0]?.points ?? [], role: "series2" },
      { name: "B", points: chart.series[0]?.points ?? [], role: "series1" },
    ],
    marks: [...(before.marks ?? []).map((mark) => ({ ...mark, glyph: "◇" })), ...(chart.marks ?? [])],
  };
}

/** The end of the curve: every step of the zoom leaves out half of what is left. */
function shown(answer: Answer, zoom: number): ReturnType<Answer["curve"]> {
  const curve = answer.curve();
  return curve.slice(Math.floor(curve.length * (1 - 0.5 ** zoom)));
}

function chartLines(chart: Parameters<typeof renderChart>[0], { width, height, charset }: Room): Line[] {
  const drawn = flush(renderChart(chart, { width: pageOf(width), height, charset }));
  return drawn.length > 0 && drawn.length <= height
    ? drawn
    : [line(span("no room for the chart: e expands", "dim"))];
}

export const drawTime: Draw = ({ doc: { answer } }, { width, charset }) => ({
  title: "Where the time goes",
  remark: timeRemark(answer.estimate),
  body: flush(timeBars(answer.estimate, { width: pageOf(width), charset })),
});

export const drawMemory: Draw = ({ doc: { answer } }, { width, charset }) => ({
  title: "Memory of a device",
  remark: memoryRemark(answer.estimate),
  body: flush(memoryBars(answer.estimate, { width: pageOf(width), charset })),
});

export const drawRoofline: Draw = ({ doc: { answer } }, room) => {
  const chart = rooflineChart(answer.ledger().ops, answer.resolved);
  if (chart === null) {
    return { title: "Roofline", body: [line(span("peak or bandwidth of this device is unknown", "warn"))] };
  }
  return {
    title: "Roofline",
    remark: [
      "FLOP/s against FLOP a byte: ○ memory-bound, ● compute-bound",
      "FLOP/s against FLOP a byte",
      "FLOP/s, FLOP a byte",
    ],
    body: chartLines(chart, room),
  };
};

/** Parameters against tokens: where the loss is the same, where compute is spent best, and what a plan found. */
export const drawSizes: Draw = (state, room) => {
  const title = "Size against tokens";
  if (isBeyondLaw(state.doc.answer.estimate))
    return { title, body: [line(span("no law speaks of so few tokens", "warn"))] };
  const isPlanned = replyOf(state) !== null;
  const remark = isPlanned
    ? ["tokens by parameters: lines of equal loss, ◆ this run, ● ○ planned", "◆ this run, ● ○ planned"]
    : ["tokens by parameters: lines of equal loss, ◆ this run", "lines of equal loss"];
  return { title, remark, body: chartLines(sizesChartOf(state), room) };
};

/** The runs of a plan lie among the lines that are of this run's law, and only there. */
function sizesChartOf(state: State): ReturnType<typeof sizesChart> {
  const { answer } = state.doc;
  const best = distinctRuns(replyOf(state)?.best ?? []);
  const planned = best.map(({ item }) => placeOf(item.scenario, answer.machine));
  return sizesChart(answer.sizes(), { planned });
}

/** The chart of a pane that has one. */
export function chartIn(state: State, pane: PaneId): Chart | null {
  if (pane === "loss") return chartOf(state);
  if (pane === "sizes") return sizesChartOf(state);
  const { answer } = state.doc;
  return pane === "roofline" ? rooflineChart(answer.ledger().ops, answer.resolved) : null;
}
