import type { PlanReply, PlanRequest } from "../plan/index.ts";
import { commandLines } from "./command.ts";
import { factsOf } from "./estimate-facts.ts";
import { formatCount, formatPercent, formatWhole } from "./format.ts";
import { assumptionText, hardwareName, parametersText } from "./names.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { insteadLines, machineLines } from "./plan-instead.ts";
import { mapLines } from "./plan-map.ts";
import { layoutText, rejectionTexts, shapeText, sizesOf, stepsText } from "./plan-run.ts";
import { apartLines, sensitivityLines, valueWord } from "./plan-sensitivity.ts";
import { runLines } from "./plan-tables.ts";
import { wideDeepLines } from "./plan-wide-deep.ts";
import { renderStrip } from "./strip.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

export interface PlanPageOptions extends RenderOptions {
  /** What was asked. */
  readonly request?: PlanRequest;
}

const mostRunnersUp = 10;

/**
 * The page of a plan: the best run and its answers, how to run it, what comes next to it, what one could have instead,
 * how the optimum lies in its space, why it wins, what was assumed and what to know.
 *
 * @example
 * plainText(renderPlan(planned, { width: 80, request })).includes("4 layers") // => true
 */
export function renderPlan(reply: PlanReply, options: PlanPageOptions): Line[] {
  const { width, request } = options;
  const objective = request?.objective ?? "loss";
  const [best] = reply.best;
  if (best === undefined) return [];
  const sections = [
    renderStrip(factsOf(best.estimate), width),
    subject(reply, width),
    [heading("HOW TO RUN IT", "", width), ...commandLines(best.scenario, width)],
    paragraph("why", reply.explain, "text", width),
    machineLines(reply, objective, width),
    runnersUp(reply, width),
    apartLines(reply, width),
    insteadLines(reply, objective, width),
    sensitivityLines(reply, { width, objective }),
    wideDeepLines(reply, width),
    mapLines(reply, options),
    assumed(reply, width),
    notes(reply, width),
  ];
  return page(sections, width);
}

/** What the best run is, in figures, and out of how many. */
function subject(reply: PlanReply, width: number): Line[] {
  const best = reply.best[0]!;
  const { estimate, scenario } = best;
  const { heads = 0, kvHeads = heads, ffn, ffnKind } = sizesOf(best);
  const { training = {} } = scenario;
  const what = [
    shapeText(best),
    `${heads} heads${kvHeads === heads ? "" : ` of ${kvHeads} keys`}`,
    `${ffnKind} ${ffn}`,
    parametersText(estimate.parameters),
    hardwareName(scenario),
    layoutText(best),
    training.recompute === "none" || training.recompute === undefined
      ? ""
      : `recompute ${training.recompute}`,
  ];
  const figures = [
    `${formatCount(estimate.run.tokens)} tokens in ${stepsText(best)}`,
    `micro-batch ${training.microBatchSequences}`,
    `${formatCount(Math.round(estimate.step.tokensPerSecond))} tokens/s`,
    `MFU ${formatPercent(estimate.step.mfu)}`,
    `${formatCount(estimate.run.deviceHours)} device-hours`,
  ];
  const broken = reply.truncated ? " seen so far" : "";
  const space = [
    `the best of ${formatWhole(reply.explored)} runs${broken}`,
    ...rejectionTexts(reply.rejected),
  ];
  return [
    ...listing("", what, "text", width),
    ...listing("", figures, "dim", width),
    ...listing("", space, reply.truncated ? "warn" : "dim", width),
  ];
}

function runnersUp({ best }: PlanReply, width: number): Line[] {
  if (best.length < 2) return [];
  return [heading("THE BEST", "by the objective", width), ...runLines(best.slice(0, mostRunnersUp), width)];
}

function assumed({ assumed: all }: PlanReply, width: number): Line[] {
  if (all.length === 0) return [];
  return [heading("ASSUMED", "", width), ...listing("", all.map(choiceText), "dim", width)];
}

/** A default of a space: a list and a range in full. */
function choiceText(each: PlanReply["assumed"][number]): string {
  const { path, value } = each;
  const name = path.slice(path.indexOf(".") + 1);
  if (Array.isArray(value)) return `${name} ${value.map(valueWord).join(" or ")}`;
  if (typeof value !== "object" || value === null) return assumptionText(each);
  const {
    min,
    max,
    step = 1,
  } = value as { readonly min: number; readonly max: number; readonly step?: number };
  return `${name} ${min} to ${max}${step === 1 ? "" : ` by ${step}`}`;
}

/** Notes of the plan, then those of its best run. */
function notes(reply: PlanReply, width: number): Line[] {
  return noteLines([...reply.notes, ...reply.best[0]!.estimate.notes], width);
}
