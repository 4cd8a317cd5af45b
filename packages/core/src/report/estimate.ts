import type { CurvePoint } from "../estimate/curve.ts";
import type { Estimate } from "../estimate/types.ts";
import type { Scenario } from "../spec/scenario.ts";
import { assumptionLines } from "./assumptions.ts";
import { renderChart } from "./chart-text.ts";
import { factsOf, isBeyondLaw } from "./estimate-facts.ts";
import {
  formatCount,
  formatJoules,
  formatPercent,
  formatSeconds,
  formatSi,
  formatSigned,
  formatWhole,
} from "./format.ts";
import { lossChart } from "./loss-chart.ts";
import { memoryBars, memoryRemark } from "./memory.ts";
import { fieldOf, hardwareName, modelName, parametersText } from "./names.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { remedyForMemory } from "./remedy.ts";
import { renderStrip } from "./strip.ts";
import { heading, type Line, pageWidth, type RenderOptions } from "./text.ts";
import { timeBars, timeRemark } from "./time.ts";
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
 *
 * @example
 * plainText(renderEstimate(reply, { width: 80, scenario })).split("\n")[1].trim().split(/ {2,}/) // => ["TIME", "LOSS", "COST", "FITS"]
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

function time(estimate: Estimate, options: EstimateOptions): Line[] {
  const { width } = options;
  return [
    heading("WHERE THE TIME GOES", timeRemark(estimate), width),
    ...timeBars(estimate, options),
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
