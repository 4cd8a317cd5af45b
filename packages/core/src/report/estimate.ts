import type { CurvePoint } from "../estimate/curve.ts";
import type { Bound, Estimate } from "../estimate/types.ts";
import type { Scenario } from "../spec/scenario.ts";
import { assumptionLines } from "./assumptions.ts";
import { type Bar, renderBars } from "./bars.ts";
import { renderChart } from "./chart-text.ts";
import { factsOf, isBeyondLaw } from "./estimate-facts.ts";
import {
  formatCount,
  formatInterval,
  formatJoules,
  formatPercent,
  formatSeconds,
  formatSi,
  formatSigned,
  formatWhole,
} from "./format.ts";
import { lossChart } from "./loss-chart.ts";
import { memoryBars, memoryRemark } from "./memory.ts";
import { fieldOf, hardwareName, modelName, parametersText, partLabel } from "./names.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { remedyForMemory } from "./remedy.ts";
import { renderStrip } from "./strip.ts";
import { heading, type Line, pageWidth, type RenderOptions, type Role } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

export interface EstimateOptions extends RenderOptions {
  /** What was asked: gives the page the model's and the machine's names and the next command. */
  readonly scenario?: Scenario;
  /** The loss along the run, for the chart. */
  readonly curve?: readonly CurvePoint[];
}

/**
 * The page of one estimate. The answer first (time, loss, cost, fit, each with its interval), then what it is the
 * answer for, where a step's time and a device's memory go, the loss against time, what was assumed, what to know,
 * and what to do next.
 */
export function renderEstimate(estimate: Estimate, options: EstimateOptions): Line[] {
  const { width } = options;
  const sections = [
    renderStrip(factsOf(estimate), width),
    subject(estimate, options),
    time(estimate, options),
    memory(estimate, options),
    curve(estimate, options),
    assumptionLines(estimate, width),
    [
      ...paragraph("ranges", "hold four times out of five", "dim", width),
      ...noteLines(estimate.notes, width),
    ],
    paragraph("next", nextStep(estimate, options.scenario), "focus", width),
  ];
  return page(sections, width);
}

/** What the answer is for, and the run in figures. */
function subject(estimate: Estimate, { scenario, width }: EstimateOptions): Line[] {
  const { run, step, cost } = estimate;
  const field = (path: string): string => String(fieldOf(estimate, scenario, path) ?? "");
  const what = [
    scenario === undefined ? "" : modelName(scenario),
    parametersText(estimate.parameters),
    scenario === undefined ? "" : hardwareName(scenario),
    field("training.precision"),
    field("training.optimizer"),
  ];
  const figures = [
    `${formatCount(run.tokens)} tokens in ${formatWhole(run.steps)} ${run.steps === 1 ? "step" : "steps"}`,
    `${formatCount(Math.round(step.tokensPerSecond))} tokens/s`,
    `MFU ${formatPercent(step.mfu)}`,
    `${formatCount(run.deviceHours)} device-hours`,
    cost.joules === null ? "" : formatJoules(cost.joules),
    cost.kgCo2e === null ? "" : formatSi(cost.kgCo2e * 1000, "g CO2e"),
  ];
  return [...listing("", what, "text", width), ...listing("", figures, "dim", width)];
}

const boundRoles: Readonly<Record<Bound, Role>> = {
  compute: "series1",
  memory: "series2",
  launch: "series3",
  network: "series4",
  bubble: "warn",
};

/** Parts whose bound in the JSON, network or launch, would only puzzle here: their label says what they are. */
const unexplained: ReadonlySet<string> = new Set(["stragglers", "step-start"]);

/** Parts below this share of the step are told together. */
const smallest = 0.005;

function time(estimate: Estimate, { width, charset = "braille" }: EstimateOptions): Line[] {
  const { seconds, parts } = estimate.step;
  const sorted = [...parts].sort((a, b) => b.seconds - a.seconds);
  const shown = sorted.filter((part) => part.seconds >= smallest * seconds.p50);
  const rest = sorted.filter((part) => part.seconds < smallest * seconds.p50);
  const bars: Bar[] = shown.map((part) => ({
    label: partLabel(part.name),
    value: part.seconds,
    text: formatSeconds(part.seconds),
    ...(unexplained.has(part.name) ? {} : { note: part.bound }),
    role: boundRoles[part.bound],
  }));
  if (rest.length > 0) {
    const value = rest.reduce((sum, part) => sum + part.seconds, 0);
    bars.push({ label: `${rest.length} smaller`, value, text: formatSeconds(value), role: "dim" });
  }
  const remark = `one step: ${formatSeconds(seconds.p50)} (${formatInterval(seconds, formatSeconds)})`;
  return [
    heading("WHERE THE TIME GOES", remark, width),
    ...renderBars(bars, { width, charset, whole: seconds.p50 }),
    ...paragraph("", baselines(estimate), "dim", width),
  ];
}

/** What the two one-constant estimates of the literature say of the same step. */
function baselines({ baselines: { flopOnlySeconds, copiesOnlySeconds }, step }: Estimate): string {
  const said = (seconds: number): string => {
    const off = step.seconds.p50 > 0 ? ` (${formatSigned(seconds / step.seconds.p50 - 1)})` : "";
    return `${formatSeconds(seconds)}${off}`;
  };
  return `FLOPs alone would say ${said(flopOnlySeconds)}, memory copies alone ${said(copiesOnlySeconds)}.`;
}

function memory(estimate: Estimate, { width, charset = "braille" }: EstimateOptions): Line[] {
  return [
    heading("MEMORY OF A DEVICE", memoryRemark(estimate), width),
    ...memoryBars(estimate, { width, charset }),
  ];
}

function curve(estimate: Estimate, { width, charset = "braille", curve: points }: EstimateOptions): Line[] {
  if (points === undefined || isBeyondLaw(estimate)) return [];
  const drawn = renderChart(lossChart(estimate, points), {
    width: Math.min(width, pageWidth),
    height: width < pageWidth ? 11 : 14,
    charset,
  });
  return drawn.length === 0
    ? []
    : [heading("LOSS AGAINST TIME", "nats a token, ◆ this run", width), ...drawn];
}

/** What one would do next: make it fit, give what is missing, or look deeper. */
function nextStep(estimate: Estimate, scenario?: Scenario): string {
  if (estimate.memory.fits === false) return remedyForMemory(estimate, scenario);
  if (estimate.cost.usd === null) return "--usd-per-device-hour gives it a price";
  return "wallclock ledger, with the same flags, counts every operation";
}
